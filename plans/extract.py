"""From the bytes of a document to its rows. The only stage of reading that touches bytes."""

from plans.extract_pdf import extract_pdf
from plans.extract_text import extract_text
from plans.extract_word import extract_word
from plans.extracted import Extracted
from plans.limits import Limits
from plans.sniff import Form, form_of
from plans.unreadable import Reason, UnreadableDocument

_READERS = {Form.PDF: extract_pdf, Form.WORD: extract_word, Form.TEXT: extract_text}


def extract(data: bytes, limits: Limits) -> Extracted:
    """The rows of a document, whatever it is called. Run it in the worker: it may be hostile.

    Raises:
        UnreadableDocument: with the reason.
    """
    if len(data) > limits.size:
        raise UnreadableDocument(Reason.TOO_LARGE)
    return _READERS[form_of(data)](data, limits)
