"""The kind of a piece of evidence, by the type of its content and not by its name."""

import pytest

from claimtracker.claims.vocabulary import CaptureMethod
from claimtracker.gui.evidence.kinds import WORDS, Kind, kind_of
from claimtracker.gui.icons import icon
from tests.gui.rows import evidence_row


@pytest.mark.parametrize(
    ("mime_type", "kind"),
    [
        ("text/html", Kind.PAGE),
        ("application/pdf", Kind.PDF),
        ("image/png", Kind.PICTURE),
        ("image/svg+xml", Kind.FILE),
        ("text/plain", Kind.TEXT),
        ("application/zip", Kind.FILE),
        ("", Kind.FILE),
    ],
)
def test_what_was_captured_is_of_the_kind_of_its_content(mime_type: str, kind: Kind) -> None:
    assert kind_of(evidence_row(sha256="a" * 64, mime_type=mime_type, file_name="x.exe")) is kind


def test_what_was_not_captured_is_a_link_or_text() -> None:
    assert kind_of(evidence_row(url="https://example.org/a", excerpt="Signed")) is Kind.LINK
    assert kind_of(evidence_row(excerpt="Signed")) is Kind.TEXT
    assert kind_of(evidence_row(method=CaptureMethod.ARCHIVE)) is Kind.ARCHIVE


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_icon_and_a_word(kind: Kind) -> None:
    assert not icon(kind.value).isNull()
    assert WORDS[kind]
