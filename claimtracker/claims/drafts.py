"""What a person typed, checked before it may become a row."""

import re
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationError,
    model_validator,
)

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.state import Window
from claimtracker.claims.vocabulary import KEPT_VERDICTS, Relation, Verdict
from claimtracker.claims.web_address import names_login

LONGEST_LINE = 2_000
LONGEST_TEXT = 1_000_000
LONGEST_CAPTURE = 20_000_000  # a document as captured, such as a report of a thousand pages
LONGEST_TAG = 100
_HALF = re.compile("[\ud800-\udfff]")


def _storable(text: str) -> str:
    """Refuse half of a surrogate pair: no file and no database can hold it."""
    if _HALF.search(text):
        raise ValueError("holds a broken character (half of a surrogate pair)")
    return text


def _trimmed(value: object) -> object:
    # Not pydantic's own: it leaves \x1c to \x1f, which Python everywhere else takes for blanks.
    return value.strip() if isinstance(value, str) else value


def _without_login(address: str) -> str:
    """Refuse a name or password before the host: a report would publish it."""
    if names_login(address):
        raise ValueError("holds a user name or password, which a report would publish")
    return address


Line = Annotated[
    str,
    StringConstraints(max_length=LONGEST_LINE),
    AfterValidator(_storable),
    BeforeValidator(_trimmed),
]
Address = Annotated[Line, AfterValidator(_without_login)]
Verbatim = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_storable)]
Captured = Annotated[str, StringConstraints(max_length=LONGEST_CAPTURE), AfterValidator(_storable)]
Tag = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_TAG),
    AfterValidator(_storable),
    BeforeValidator(_trimmed),
]


class Draft(BaseModel):
    """The common ground: frozen, nothing unknown, errors as one sentence."""

    # An error that is shown with its causes must not quote what was entered.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    @classmethod
    def of(cls, **fields: Any) -> Self:  # noqa: ANN401 - pydantic is what checks the types here
        """Build the draft; raise ClaimTrackerError naming the first field that is wrong."""
        try:
            return cls(**fields)
        except ValidationError as error:
            first = error.errors()[0]
            field = " ".join(str(part) for part in first["loc"]).replace("_", " ")
            reason = first["msg"].removeprefix("Value error, ")
            raise ClaimTrackerError(f"{field}: {reason}." if field else f"{reason}.") from error


class SourceDraft(Draft):
    """Where a claim was said; `canonical_url` is how the page names itself."""

    title: Line = ""
    publisher: Line = ""
    url: Address = ""
    published_on: date | None = None
    text: Captured = ""
    canonical_url: Address = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of the source."""
        return self == _NO_SOURCE


_NO_SOURCE = SourceDraft()


class OccurrenceDraft(Draft):
    """One place where a claim was said, with the words as they stood there."""

    source: SourceDraft
    words: Verbatim = ""
    stated_on: date | None = None


class ClaimDraft(Draft):
    """One claim as entered; a date that is given overrides the reading of the wording."""

    summary: Line
    quote: Verbatim = ""
    claimant: Line = ""
    claimant_role: Line = ""
    stated_on: date | None = None
    deadline_wording: Line = ""
    opens_on: date | None = None
    due_on: date | None = None
    latest_on: date | None = None
    precision: Line = ""
    rule: Line = ""
    condition: Verbatim = ""
    criteria: Verbatim = ""
    review_on: date | None = None
    notes: Verbatim = ""
    tags: tuple[Tag, ...] = ()
    source: SourceDraft = SourceDraft()

    @property
    def window_by_hand(self) -> Window:
        """The dates that the person set, instead of or beside a reading."""
        return Window(self.opens_on, self.due_on, self.latest_on)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.summary:
            raise ValueError("A claim needs a summary")
        if self.claimant_role and not self.claimant:
            raise ValueError("A claimant's role needs the claimant")  # it is kept with the person
        check_order(self.window_by_hand)
        return self


class LaterWords(Draft):
    """What is told of later words for a deadline; None stays as it was in the earlier claim."""

    quote: Verbatim = ""
    claimant: Line | None = None
    condition: Verbatim | None = None
    source: SourceDraft = SourceDraft()
    review_on: date | None = None


class DocumentDraft(Draft):
    """What is told of a document; `place` is where in it the excerpt stands."""

    url: Address = ""
    title: Line = ""
    publisher: Line = ""
    published_on: date | None = None
    excerpt: Verbatim = ""
    place: Line = ""
    archive_url: Address = ""


class Bearing(Draft):
    """How a document bears on a claim: `passage` is what matters there, if not its excerpt."""

    relation: Relation
    note: Verbatim = ""
    passage: Verbatim = ""


class EvidenceDraft(DocumentDraft):
    """A later document and how it bears on the claims it is linked to."""

    relation: Relation
    note: Verbatim = ""

    @property
    def bearing(self) -> Bearing:
        """How it bears on them."""
        return Bearing(relation=self.relation, note=self.note)


class AssessmentDraft(Draft):
    """A verdict and why; one without a reason is refused.

    Only what was kept has a day on which it was, and that is no day after the verdict's own.
    """

    verdict: Verdict
    reason: Verbatim
    assessed_on: date
    kept_on: date | None = None
    evidence_ids: tuple[int, ...] = ()

    @model_validator(mode="after")
    def _is_reasoned(self) -> Self:
        if not self.reason.strip():
            raise ValueError("A verdict needs a reason")
        return self

    @model_validator(mode="after")
    def _was_kept_by_now(self) -> Self:
        if self.kept_on is None:
            return self
        if self.verdict not in KEPT_VERDICTS:
            raise ValueError("Only a promise that was kept has a day on which it was kept")
        if self.kept_on > self.assessed_on:
            raise ValueError("It cannot have been kept on a day that is still to come")
        return self


def check_order(window: Window) -> None:
    """Raise ValueError unless opens_on <= due_on <= latest_on, as far as they are known."""
    known = [day for day in (window.opens_on, window.due_on, window.latest_on) if day]
    if known != sorted(known):
        raise ValueError("The window must open before it is due and be due before its latest day")
