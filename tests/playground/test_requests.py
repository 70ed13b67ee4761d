from hypothesis import given
from hypothesis import strategies as st

from playground.requests import read_multipart

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='"\\/'), min_size=1)


@given(st.dictionaries(st.from_regex("[a-z_]{1,9}", fullmatch=True), st.binary(max_size=60)), NAMES)
def test_uploads_arrive_byte_by_byte(files: dict[str, bytes], name: str) -> None:
    boundary = b"5c1e7f0a9b"
    parts = [
        b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n'
        b"Content-Type: text/plain\r\n\r\n%s\r\n" % (boundary, field.encode(), name.encode(), data)
        for field, data in files.items()
    ]
    body = b"".join([*parts, b"--%s--\r\n" % boundary])
    fields, uploads = read_multipart(b"multipart/form-data; boundary=" + boundary, body)
    assert fields == {}
    assert {field: upload.data for field, upload in uploads.items()} == files
    assert {upload.name for upload in uploads.values()} <= {name}


def test_file_names_in_all_their_quotings() -> None:
    for given_name, expected in (
        ('filename="a.txt"', "a.txt"),
        ('filename="x\\"y.txt"', 'x"y.txt'),
        ("filename=\"a.txt\"; filename*=utf-8''%C3%A5.txt", "å.txt"),
        ('filename="../../etc/passwd"', "passwd"),
    ):
        body = b'--b\r\nContent-Disposition: form-data; name="d"; %s\r\n\r\nx\r\n--b--'
        _, uploads = read_multipart(b'multipart/form-data; boundary="b"', body % given_name.encode())
        assert uploads["d"].name == expected
