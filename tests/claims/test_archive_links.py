"""Addresses of copies in web archives: of what, and when it was taken."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtracker.claims.archive_links import Snapshot, snapshot_of

PAGE = "https://example.org/a?b=c"
TAKEN = datetime(2025, 4, 18, 10, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("flags", ["", "id_", "if_", "im_", "*"])
@pytest.mark.parametrize("host", ["https://web.archive.org", "http://WEB.archive.org"])
def test_the_wayback_machine_names_page_and_moment(flags: str, host: str) -> None:
    address = f"{host}/web/20250418101112{flags}/{PAGE}"
    assert snapshot_of(address) == Snapshot("Wayback Machine", address, PAGE, TAKEN)


def test_slashes_that_were_run_together_are_set_apart_again() -> None:
    found = snapshot_of("https://web.archive.org/web/20250418101112/https:/example.org/a")
    assert found is not None
    assert found.original == "https://example.org/a"


def test_the_wayback_machine_leaves_out_the_scheme_at_times() -> None:
    found = snapshot_of("https://web.archive.org/web/20250418101112/example.org/a")
    assert found is not None
    assert found.original == "http://example.org/a"


@pytest.mark.parametrize(
    "day", ["20250418", "2025*", "*", "202504181011123", "20251318101112", "20250230101112"]
)
def test_no_moment_is_invented(day: str) -> None:
    found = snapshot_of(f"https://web.archive.org/web/{day}/{PAGE}")
    assert found is None or found.taken_at is None


MIRRORS = ["today", "ph", "is", "li", "vn", "fo", "md"]


@pytest.mark.parametrize("ending", MIRRORS)
@pytest.mark.parametrize("day", ["2025.04.18-101112", "20250418101112"])
def test_archive_today_and_its_mirrors_name_page_and_moment(ending: str, day: str) -> None:
    address = f"https://archive.{ending}/{day}/{PAGE}"
    assert snapshot_of(address) == Snapshot("archive.today", address, PAGE, TAKEN)


@pytest.mark.parametrize("ending", MIRRORS)
def test_a_short_code_tells_neither(ending: str) -> None:
    address = f"https://archive.{ending}/aB3dE"
    assert snapshot_of(address) == Snapshot("archive.today", address, "", None)


def test_perma_tells_neither() -> None:
    address = "https://perma.cc/AB12-CD34"
    assert snapshot_of(address) == Snapshot("Perma.cc", address, "", None)
    with_part = "https://perma.cc/AB12-CD34?type=image"
    assert snapshot_of(with_part) == Snapshot("Perma.cc", with_part, "", None)


NO_COPIES = [
    "",
    "web.archive.org/web/20250418101112/https://example.org/",
    "https://web.archive.org/",
    "https://web.archive.org/save/https://example.org/",
    "https://archive.org/details/something",
    "https://archive.ph/",
    "https://archive.ph/faq",
    "https://archive.ph/newest/https://example.org/",
    "https://archive.ph/https://example.org/",
    "https://perma.cc/about",
    "https://perma.cc/sign-up",
    "https://perma.cc/AB12-CD34/more",
    "https://web.archive.org.evil.example/web/20250418101112/https://example.org/",
    "https://evil.example/web/20250418101112/https://example.org/",
    "https://web.archive.org/web/20250418101112/javascript:alert(1)",
    "https://web.archive.org/web/20250418101112/https://ada:secret@example.org/",
    "https://web.archive.org@evil.example/web/20250418101112/https://example.org/",
    "https://web.archive.org:8443/web/20250418101112/https://example.org/",
    "ftp://web.archive.org/web/20250418101112/https://example.org/",
    "https://[",
]


@pytest.mark.parametrize("address", NO_COPIES)
def test_other_addresses_are_no_copies(address: str) -> None:
    assert snapshot_of(address) is None


@given(st.text(alphabet="https:/.webarchiv0123456789-_*@?#\\ \ud800", max_size=60))
def test_any_words_are_a_copy_or_none(words: str) -> None:
    for address in (words, f"https://web.archive.org/web/{words}", f"https://archive.ph/{words}"):
        found = snapshot_of(address)
        assert found is None or found.address == address
