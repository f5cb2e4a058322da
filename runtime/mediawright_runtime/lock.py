"""Locks of open files, so that two savings never write into one: each ends with its file or its process."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    _BEYOND = 1 << 62
    """A place that no file reaches: there a lock forbids reading, too."""

    def lock(file: BinaryIO) -> bool:
        """Lock a file for this opening of it; False if another has it, or nobody can."""
        place = file.tell()
        file.seek(_BEYOND)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(place)
        return True

else:
    import fcntl

    def lock(file: BinaryIO) -> bool:
        """Lock a file for this opening of it; False if another has it, or nobody can."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # another holds it, or this file system has no locks
            return False
        return True
