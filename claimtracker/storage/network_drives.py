"""Whether a file lies on a network drive, by what the system says of its mounts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

_MOUNTINFO = Path("/proc/self/mountinfo")
_PATIENCE_SECONDS = 5
_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r"(.*?) on (.*) \((\w+)[,)]")

_NETWORK = """
    nfs nfs3 nfs4 cifs smb smb2 smb3 smbfs ncpfs afs auristorfs afpfs webdav davfs ceph glusterfs
    lustre beegfs gpfs ocfs2 gfs2 orangefs coda vboxsf vmhgfs prl_fs virtiofs drvfs
"""
_NETWORK_FUSE = """
    sshfs rclone s3fs gcsfuse goofys blobfuse blobfuse2 curlftpfs davfs davfs2 webdavfs gvfsd-fuse
    kio-fuse smbnetfs glusterfs ceph ceph-fuse mfs juicefs seaweedfs google-drive-ocamlfuse
    onedriver pcloud vmhgfs-fuse prl_fsd
"""
_GUEST = "9p"  # a folder of the host, but for a container whose root it may be
_FROM_AFAR = re.compile(r"https?://|//[^/]|[\w.@\[\]-]+:/|pCloud\.fs", re.IGNORECASE)


@dataclass(frozen=True)
class Mount:
    """One mounted file system: where, of which kind, and from where."""

    place: str
    kind: str
    source: str = ""

    @property
    def network_kind(self) -> str:
        """What kind of network drive it is; empty for a disk of this machine."""
        family, _, own = self.kind.partition(".")
        if self.kind in _NETWORK.split() or (self.kind == _GUEST and self.place != "/"):
            return self.kind
        if family not in ("fuse", "fuseblk", "macfuse", "osxfuse"):
            return ""
        is_from_afar = family != "fuseblk" and _FROM_AFAR.match(self.source)
        return own or self.kind if own in _NETWORK_FUSE.split() or is_from_afar else ""


def mounts_told_by_linux(text: str) -> list[Mount]:
    """Read /proc/self/mountinfo: https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html."""
    found = []
    for line in text.splitlines():
        before, separator, after = line.partition(" - ")
        words, told = before.split(" "), after.split(" ")
        if separator and len(words) > 4 and len(told) > 1:
            found.append(Mount(_plain(words[4]), told[0], _plain(told[1])))
    return found


def mounts_told_by_mac(text: str) -> list[Mount]:
    """Read what `mount` of macOS prints: `//ada@desk/share on /Volumes/share (smbfs, nodev)`."""
    told = map(_MAC_LINE.match, text.splitlines())
    return [Mount(line[2], line[3], line[1]) for line in told if line]


def mounts_here() -> list[Mount]:
    """What is mounted on this machine; nothing where that cannot be told."""
    try:
        if sys.platform == "darwin":
            asked = subprocess.run(
                ["/sbin/mount"], capture_output=True, timeout=_PATIENCE_SECONDS, check=False
            )
            return mounts_told_by_mac(os.fsdecode(asked.stdout))
        return mounts_told_by_linux(os.fsdecode(_MOUNTINFO.read_bytes()))
    except (OSError, subprocess.SubprocessError):
        return []


def network_kind(path: str, mounts: Iterable[Mount]) -> str:
    """Of which kind the network drive is on which this lies; empty where it lies on none."""
    holding = [it for it in mounts if _holds(it.place, path)]
    # The innermost; of several at one place the last, which hides the others.
    found = max(enumerate(holding), key=lambda it: (len(it[1].place), it[0]), default=None)
    return found[1].network_kind if found else ""


def windows_network_kind(path: str, drive_type: Callable[[str], int]) -> str:
    """The same on Windows, by the server in the path, or by what the system says of the drive."""
    drive = PureWindowsPath(path.replace("\\\\?\\UNC\\", "\\\\").replace("\\\\?\\", "")).drive
    if drive.startswith("\\\\"):
        return drive
    return drive if drive and drive_type(f"{drive}\\") == _REMOTE else ""


def network_kind_here(path: Path) -> str:
    """Of which kind the network drive is on which this file lies; empty where it lies on none."""
    if sys.platform == "win32":
        import ctypes

        asked: Callable[[str], int] = ctypes.windll.kernel32.GetDriveTypeW
        return windows_network_kind(str(path), asked)
    return network_kind(str(path), mounts_here())


def _plain(word: str) -> str:
    """Put back the blanks that are written as octal numbers."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), word)


def _holds(place: str, path: str) -> bool:
    return place == "/" or path == place or path.startswith(place.rstrip("/") + "/")
