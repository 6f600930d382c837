"""What a disk says no with, in words that tell what to do."""

import errno
import os

_REASONS = {
    errno.ENOSPC: "the disk is full; make room, then do it again",
    errno.EFBIG: "no file there may grow further; make room, then do it again",
    errno.EROFS: "the disk is read-only; make it writable or choose another place",
    errno.EACCES: "permission is missing; allow it or choose another place",
    errno.EPERM: "permission is missing; allow it or choose another place",
    errno.ENOENT: "its folder is gone; bring it back or choose another place",
    errno.ENOTDIR: "its folder is gone; bring it back or choose another place",
    errno.EIO: "the disk does not answer; look whether it is still connected",
}
# Names that not every system has.
_NAMED = {
    "EDQUOT": "the quota is used up; make room, then do it again",
    "ESTALE": "the folder of the network is gone; connect it again",
    "ENOTCONN": "the disk is not connected any more; connect it again",
    "ENODEV": "the disk is not connected any more; connect it again",
    "ENXIO": "the disk is not connected any more; connect it again",
    "ETIMEDOUT": "the disk does not answer; look whether it is still connected",
    "EHOSTDOWN": "the disk does not answer; look whether it is still connected",
}
for _name, _told in _NAMED.items():
    if hasattr(errno, _name):
        _REASONS.setdefault(getattr(errno, _name), _told)


def reason(error: OSError) -> str:
    """Say why a file could not be written or read, and what to do; the system's words else."""
    if error.errno == errno.ENOENT and error.filename and _has_folder(error.filename):
        return "there is no such file; bring it back or choose another"
    told = _REASONS.get(error.errno or 0)
    return told or (error.strerror or "the system does not say why")


def _has_folder(name: str | bytes | int) -> bool:
    return isinstance(name, str) and os.path.isdir(os.path.dirname(name) or os.curdir)
