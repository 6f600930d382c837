"""A network drive is known by what the system says of its mounts; a disk of the machine is none."""

import pytest

from claimtracker.storage.network_drives import (
    Mount,
    mounts_told_by_linux,
    mounts_told_by_mac,
    network_kind,
    windows_network_kind,
)

LINUX = r"""
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
28 27 0:21 / /proc rw - proc proc rw
30 27 0:30 / /mnt/press rw shared:1 - nfs4 desk:/press rw,vers=4.2
31 27 0:31 / /mnt/two\040words rw - cifs //desk/share rw
32 27 0:32 / /mnt/press/local rw - xfs /dev/sdb1 rw
33 27 0:33 / /home/ada/far rw - fuse.sshfs ada@desk:/home rw
34 27 0:34 / /home/ada/usb rw - fuseblk /dev/sdc1 rw
35 27 0:35 / /home/ada/web rw - fuse https://dav.example.org/ rw
36 27 0:36 / /home/ada/safe rw - fuse.gocryptfs /home/ada/.safe rw
37 27 0:37 / /mnt/host rw - 9p host rw
38 27 0:38 / /mnt/auto rw - autofs systemd-1 rw
39 27 0:39 / /mnt/auto rw - nfs desk:/auto rw
40 27 0:40 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
41 27 0:41 / /mnt/gone rw - nfs desk:/gone rw
42 27 0:42 / /mnt/gone rw - tmpfs tmpfs rw
43 27 0:43 / /mnt/merged rw - fuse.mergerfs /a:/b rw
"""
FAR = {
    "/mnt/press/claims.db": "nfs4",
    "/mnt/two words/claims.db": "cifs",
    "/home/ada/far/a/b/claims.db": "sshfs",
    "/home/ada/web/claims.db": "fuse",
    "/mnt/host/claims.db": "9p",
    "/mnt/auto/claims.db": "nfs",
    "/run/user/1000/gvfs/smb-share:server=desk/claims.db": "gvfsd-fuse",
}
NEAR = (
    "/home/ada/claims.db",
    "/mnt/pressroom/claims.db",
    "/mnt/press/local/claims.db",
    "/home/ada/usb/claims.db",
    "/home/ada/safe/claims.db",
    "/mnt/gone/claims.db",
    "/mnt/merged/claims.db",
    "/claims.db",
)


@pytest.mark.parametrize(("path", "kind"), FAR.items())
def test_linux_tells_what_is_far(path: str, kind: str) -> None:
    assert network_kind(path, mounts_told_by_linux(LINUX)) == kind


@pytest.mark.parametrize("path", NEAR)
def test_linux_tells_what_is_near(path: str) -> None:
    assert network_kind(path, mounts_told_by_linux(LINUX)) == ""


def test_a_container_whose_root_comes_from_its_host_is_no_network_drive() -> None:
    assert network_kind("/home/claims.db", [Mount("/", "9p", "none")]) == ""


@pytest.mark.parametrize("text", ["", "\n", "nonsense", "1 2 3 - nfs", "27 1 254:0 / / rw - "])
def test_a_table_that_cannot_be_read_says_nothing(text: str) -> None:
    assert network_kind("/claims.db", mounts_told_by_linux(text)) == ""


MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ada@desk._smb._tcp.local/press on /Volumes/press on air (smbfs, nodev, nosuid, mounted by ada)
/dev/disk4s1 on /Volumes/Stick (exfat, local, nodev)
desk:/far on /Volumes/far (nfs, nodev)
rclone:far on /Volumes/cloud (macfuse, nodev)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/Volumes/press on air/claims.db", "smbfs"),
        ("/Volumes/far/claims.db", "nfs"),
        ("/Users/ada/claims.db", ""),
        ("/Volumes/Stick/claims.db", ""),
    ],
)
def test_a_mac_tells_it_too(path: str, kind: str) -> None:
    assert network_kind(path, mounts_told_by_mac(MAC)) == kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (r"\\desk\press\claims.db", r"\\desk\press"),
        (r"\\?\UNC\desk\press\claims.db", r"\\desk\press"),
        (r"Z:\claims.db", "Z:"),
        (r"C:\Users\ada\claims.db", ""),
        (r"\\?\C:\Users\ada\claims.db", ""),
        ("claims.db", ""),
    ],
)
def test_windows_tells_it_by_the_server_or_the_drive(path: str, kind: str) -> None:
    assert windows_network_kind(path, {"C:\\": 3, "Z:\\": 4}.__getitem__) == kind
