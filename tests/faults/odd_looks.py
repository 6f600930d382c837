"""Every way to look something up, or to read something in words: none of them stores a text.

A new function of the operations that is told a text joins by a line in `LOOKS`; a test fails until
it does, unless it is one that a person does (`every_operation.py`) or a part of those.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator

from sqlmodel import Session

from claimtracker import operations
from claimtracker.claims import query
from claimtracker.claims.conditions import is_exception, starts_a_deadline
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing
from claimtracker.claims.log import LogFilter
from claimtracker.deadlines import (
    DEFAULT_POLICY,
    BadConvention,
    Event,
    find,
    policy_from,
    texts_of,
)
from claimtracker.operations import (
    claim_parts,
    find_claims,
    keep_evidence,
    list_claimants,
    list_claims,
    list_evidence,
    merged_fields,
    near_names,
    rate_claim,
    read_deadline,
    read_log,
    resembling_claims,
    said_before,
    settle_edited,
    taken_up,
    terms_of_office,
)
from claimtracker.operations.event_named import event_named
from claimtracker.operations.neutral_summary import neutral_summary
from claimtracker.operations.read_deadline import Reader, settled
from claimtracker.operations.undo_as_chosen import undo_as_chosen
from claimtracker.operations.what_hangs_on import hangs_on
from tests.faults.odd_fields import AS_OF, DAY, FIRST
from tests.operations.every_operation import OPERATIONS
from tests.operations.test_every_operation import WITHIN_OTHERS

Look = Callable[[Session, str], object]

# What writes within an operation that a person does: the fields of the drafts lead there.
PARTS = {
    claim_parts.add_occurrence,
    claim_parts.claimant_id,
    claim_parts.tag_id,
    claim_parts.write_tags,
    merged_fields.merge_fields,
    rate_claim.rate,
    settled,
    undo_as_chosen,
}
LOOKS: dict[Callable[..., object], Look] = {
    claim_parts.named: lambda _s, t: claim_parts.named(t),
    event_named: lambda _s, t: event_named(Reader(), t, DAY),
    find_claims.also_bears_on: lambda s, t: find_claims.also_bears_on(s, t, AS_OF),
    find_claims.find_claims: lambda s, t: find_claims.find_claims(s, t, AS_OF),
    hangs_on: lambda _s, t: hangs_on(Reader(), Event(t, DAY), t, DAY),
    keep_evidence.check_address: lambda _s, t: keep_evidence.check_address(t),
    list_claimants.ids: list_claimants.ids,
    list_claimants.others: lambda s, t: list_claimants.others(s, 1, t),
    list_evidence.ids: list_evidence.ids,
    near_names.is_near: lambda _s, t: near_names.is_near((t,), (t[:9],)),
    near_names.name_words: lambda _s, t: near_names.name_words(t),
    neutral_summary: lambda _s, t: neutral_summary(t, t[:40], is_spoken=True),
    read_deadline.is_fixed: lambda _s, t: read_deadline.is_fixed(t),
    read_deadline.read_deadline: lambda s, t: read_deadline.read_deadline(s, t, DAY, t[:99]),
    resembling_claims.is_same_person: lambda _s, t: resembling_claims.is_same_person([t], ["Ada"]),
    resembling_claims.words_of: lambda _s, t: resembling_claims.words_of(t),
    said_before.said_before: lambda s, t: said_before.said_before(s, t[:999], t, t[:99]),
    settle_edited.day_counted_from: lambda s, t: settle_edited.day_counted_from(s, FIRST, t, t),
    settle_edited.read_from: lambda _s, t: settle_edited.read_from(t, DAY),
    taken_up.similarity: lambda _s, t: taken_up.similarity(t[:2_000], "We will sign."),
    terms_of_office.term_of: lambda s, t: terms_of_office.term_of(s, t, DAY),
}


def _listed(session: Session, text: str) -> object:
    return list_claims.ids(session, Listing(AS_OF, query.parse(text)))


def _in_log(session: Session, text: str) -> object:
    return read_log.ids(session, LogFilter(words=text)), read_log.ids(session, LogFilter(by=text))


def _convention(_session: Session, text: str) -> object:
    texts = texts_of(DEFAULT_POLICY)
    key = sorted(texts)[len(text) % len(texts)]
    try:
        return policy_from(texts | {key: text})
    except BadConvention as error:  # as the window and the command line say it
        raise ClaimTrackerError(str(error)) from error


# Where a person types what is looked for, and the words of a deadline, a condition, a convention.
TYPED: dict[str, dict[str, Look]] = {
    "queries": {
        "the search field": _listed,
        "the log": _in_log,
        **{function.__qualname__: look for function, look in LOOKS.items()},
    },
    "words of time": {
        "a deadline": lambda _s, t: Reader().read(t, DAY),
        "a running text": lambda _s, t: find(t, DAY),
        "a condition": lambda _s, t: (is_exception(t), starts_a_deadline(t)),
        "a convention": _convention,
    },
}


def told_a_text() -> Iterator[Callable[..., object]]:
    """Give every public function of the operations that is told a text, but for who does it."""
    for module in pkgutil.iter_modules(operations.__path__, f"{operations.__name__}."):
        for _, each in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            is_own = each.__module__ == module.name and not each.__name__.startswith("_")
            if is_own and any(map(_is_text, inspect.signature(each).parameters.values())):
                yield each


def _is_text(told: inspect.Parameter) -> bool:
    return told.name != "by" and "str" in str(told.annotation).replace("StrEnum", "")


def left_out() -> set[Callable[..., object]]:
    """Those that neither way covers."""
    return set(told_a_text()) - LOOKS.keys() - PARTS - OPERATIONS.keys() - WITHIN_OTHERS
