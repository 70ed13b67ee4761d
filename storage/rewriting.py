"""Rewriting the copies of a tenant, so that nothing in them tells any more what a record was before.

They come before the tenant's own file, which is then replaced in one step. As long as it has not been, what
is to go is still there for everybody to see: whoever was stopped on the way knows that it is to be done
again. The other way round, the copies of somebody who is nowhere to be found would be forgotten.
"""

from collections.abc import Sequence

from storage.backups import rewrite_backups
from storage.changing import Rule
from storage.files import Files, reported, sync_folder
from storage.migrations import Migration
from storage.opening import Folder


def rewrite_copies(
    folder: Folder, tenant: str, change: Rule, migrations: Sequence[Migration], files: Files
) -> None:
    """Put every record through `change` in all files of the tenant but its own; remove what cannot be.

    Raises:
        StoreFull, StoreError: some may be rewritten, the others are as they were.
        TypeError, ValueError: as `storage.changing.changed`; so does what `change` raises.
    """
    _clear(folder, tenant, files)
    rewrite_backups(folder.backups(tenant), change, migrations, files)


def _clear(folder: Folder, tenant: str, files: Files) -> None:
    """Remove the files of earlier versions and what a killed process left.

    No step leads back to an earlier version. Such a file could only become one of today's, made by the
    very steps that it is kept as a protection from.
    """
    file = folder.file(tenant)
    with reported(file):
        for path in folder.leftovers(tenant):
            files.unlink(path)
        sync_folder(files, file.parent)  # always: who removed them before may have been stopped here
