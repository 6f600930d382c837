"""Errors name the place that was meant, and nothing that opens its door."""

from pathlib import Path

import pytest

from claimtracker.claims.drafts import DocumentDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.without_secrets import plain_name, without_secrets


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("“https://ada:pw@host/a” is none.", "“https://…@host/a” is none."),
        ("“https://pw@host:80/a” is none.", "“https://…@host:80/a” is none."),
        ("“https://ada:p/w@host/a”", "“https://…@host/a”"),
        ("“https://ada:p w@host/a” too", "“https://…@host/a” too"),
        ("“https://host/a?token=pw” is none.", "“https://host/a?…” is none."),
        ("https://host/a#pw is none.", "https://host/a#… is none."),
        ("https://host:pw/a is none.", "https://host:…/a is none."),
        ("“postgresql+x://ada:p@w@host/a” is none.", "“postgresql+x://…@host/a” is none."),
        ("There is none at /a/postgresql:/ada:pw@host.", "There is none at /a/postgresql:/…@host."),
        ("ada:pw@host is none.", "…@host is none."),
        ("jdbc:oracle:thin:ada/pw@//host:1521/a", "…@//host:1521/a"),
        ("host=a password='p w' user=b", "host=a password=… user=b"),
        ("Server=a;Pwd=pw;", "Server=a;Pwd=…;"),
        ("", ""),
    ],
)
def test_logins_and_keys_are_left_out(sentence: str, told: str) -> None:
    assert without_secrets(sentence) == told
    assert str(ClaimTrackerError(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "“https://host/@ada” is none: it must begin with http:// or https://.",
        "https://host:8080 and https://[2001:db8::1]:80/a are there.",
        "C:/Users/ada/claims.db cannot be written: the disk is full.",
        "/home/ada/Ada: claims?.db is no database.",
        "url: holds a user name or password, which a report would publish.",
        "“due:<2025” is no day; write due:<2025-05-01, as at 10:30.",
        "Write to ada@host.",
        "https://web.archive.org/web/2026/https://host/@ada/a cannot be read.",
        "C:\\Users\\ada@host\\claims.db is damaged.",
    ],
)
def test_everything_else_stays(sentence: str) -> None:
    assert without_secrets(sentence) == sentence


@pytest.mark.parametrize("odd", ["a", ":", "a:", "x://", "a-", "://:", "p=", "://]:", "@"])
def test_megabytes_are_looked_through_in_one_go(odd: str) -> None:
    """A control of its own: whoever looks back over what was looked through never gets there."""
    assert without_secrets(odd * 300_000)


def test_the_name_of_a_file_may_have_been_meant_for_an_address() -> None:
    assert plain_name(Path("https://host/page?token=pw")) == "page?…"
    assert plain_name(Path("folder/report.pdf")) == "report.pdf"


def test_an_error_with_its_causes_does_not_quote_what_was_entered() -> None:
    with pytest.raises(ClaimTrackerError) as refusal:
        DocumentDraft.of(url="https://ada:pw@host/")
    assert "pw" not in str(refusal.value.__cause__)
