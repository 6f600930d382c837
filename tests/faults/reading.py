"""Everything that is read of a database, as the window and the command line read it.

A new question joins by one line; a test fails until it does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session

from claimtracker.articles.article import Article
from claimtracker.claims.bulk_change import BulkChange, ChangeKind
from claimtracker.claims.claimants import ClaimantDraft
from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.claims.listing import Listing, SortKey
from claimtracker.claims.log import LogFilter
from claimtracker.claims.query import parse
from claimtracker.claims.state import AsOf
from claimtracker.deadlines import Event
from claimtracker.deadlines.policy import DEFAULT_POLICY
from claimtracker.operations import (
    back_up,
    captured_content,
    change_claims,
    claimant_readings,
    empty_bin,
    export_report,
    find_claims,
    heed_outside_writes,
    judged_since,
    known_articles,
    like_pairs,
    list_backups,
    list_claimants,
    list_claims,
    list_events,
    list_evidence,
    look_for_damage,
    near_names,
    read_deadline,
    read_log,
    remind,
    said_before,
    set_condition,
    settle_edited,
    show_claim,
    sweep_deadlines,
    tell_place,
    undo,
    verdict_labels,
    verify,
    what_hangs_on,
    what_would_change,
)

AS_OF = AsOf(date(2025, 6, 1))
ARTICLE = Article("Signed.", title="Page 1", url="https://example.org/1")


@dataclass(frozen=True)
class Asked:
    """What is asked of: the rows that there are, and where a file may be written."""

    session: Session
    folder: Path

    def claims(self) -> Sequence[int]:
        """Every claim, in the bin or not."""
        query = Listing(AS_OF, parse("in:bin"))
        return [
            *list_claims.ids(self.session, Listing(AS_OF)),
            *list_claims.ids(self.session, query),
        ]

    def documents(self) -> Sequence[int]:
        """Every document."""
        return list_evidence.ids(self.session)


Reading = Callable[[Asked], object]

_SOME = 6  # rows of a long list that are asked of one by one


def _each(ask: Callable[..., object], ids: Callable[[Asked], Sequence[int]], *more: Any) -> Reading:  # noqa: ANN401 - what each question wants
    """Ask of one after the other, as somebody does who goes through a list."""

    def asking(asked: Asked) -> None:
        every = ids(asked)
        for row_id in every[:: len(every) // _SOME + 1]:
            ask(asked.session, row_id, *more)

    return asking


def _rows(
    ask: Callable[..., object],
    ids: Callable[[Asked], Sequence[int]],
    *more: Any,  # noqa: ANN401 - as above
) -> Reading:
    """Ask for the rows of a page of a list."""
    return lambda asked: ask(asked.session, ids(asked), *more)


def _asking(ask: Callable[..., object], *more: Any, **named: Any) -> Reading:  # noqa: ANN401 - as above
    return lambda asked: ask(asked.session, *more, **named)


def _listed(asked: Asked) -> None:
    for key in SortKey:
        list_claims.ids(asked.session, Listing(AS_OF, sort_key=key))


def _found(asked: Asked) -> None:
    for typed in (
        "word",
        '"word 1"',
        "state:passed",
        "tag:ukraine",
        "claimant:speaker",
        "due:2025",
    ):
        list_claims.ids(asked.session, Listing(AS_OF, parse(typed)))
        find_claims.find_claims(asked.session, typed, AS_OF)


def _exported(asked: Asked, suffix: str) -> None:
    export_report.export_report(asked.session, asked.folder / f"report{suffix}", Listing(AS_OF))


def _shown(asked: Asked) -> None:
    """Show every claim; one that cannot be shown does not keep the others from it."""
    refused = []
    for claim_id in asked.claims():
        try:
            show_claim.show_claim(asked.session, claim_id, AS_OF)
        except ClaimTrackerError as error:
            refused.append(error)
    if refused:
        raise refused[0]


def _log(asked: Asked) -> Sequence[int]:
    return read_log.ids(asked.session, LogFilter())


def _claimants(asked: Asked) -> Sequence[int]:
    return list_claimants.ids(asked.session)


def _all_changes(asked: Asked) -> None:
    for action_id in _log(asked):
        read_log.change_rows(asked.session, read_log.change_ids(asked.session, action_id))


_TAGGING = BulkChange(kind=ChangeKind.ADD_TAGS, tags=("peace",))

READINGS: dict[Callable[..., object], Reading] = {
    list_claims.ids: _listed,
    list_claims.rows: _rows(list_claims.rows, Asked.claims, AS_OF),
    list_claims.counts: _asking(list_claims.counts, AS_OF),
    list_claims.report: lambda asked: list(list_claims.report(asked.session, Listing(AS_OF))),
    list_claims.report_of: _rows(list_claims.report_of, Asked.claims, AS_OF),
    find_claims.find_claims: _found,
    find_claims.claims_like: _each(find_claims.claims_like, Asked.claims, AS_OF),
    find_claims.also_bears_on: _asking(find_claims.also_bears_on, "Sign a deal", AS_OF),
    show_claim.show_claim: _shown,
    show_claim.names: _asking(show_claim.names),
    export_report.export_report: partial(_exported, suffix=".csv"),
    verify.verify: _asking(verify.verify),
    verify.state_of_evidence: _each(verify.state_of_evidence, Asked.documents),
    sweep_deadlines.sweep_deadlines: _asking(sweep_deadlines.sweep_deadlines, AS_OF),
    sweep_deadlines.announce_due: _asking(sweep_deadlines.announce_due, AS_OF),
    remind.due_reminders: _asking(remind.due_reminders, AS_OF),
    list_events.all_events: _asking(list_events.all_events),
    list_evidence.ids: _asking(list_evidence.ids, "document"),
    list_evidence.rows: _rows(list_evidence.rows, Asked.documents),
    list_evidence.inbox_count: _asking(list_evidence.inbox_count),
    captured_content.content_of: _each(captured_content.content_of, Asked.documents),
    captured_content.place_of: _each(captured_content.place_of, Asked.documents),
    captured_content.text_of: _each(captured_content.text_of, Asked.documents),
    list_claimants.ids: _asking(list_claimants.ids, "speaker"),
    list_claimants.rows: _rows(list_claimants.rows, _claimants),
    list_claimants.details_or_none: _each(list_claimants.details_or_none, _claimants, AS_OF),
    list_claimants.claim_ids: _each(list_claimants.claim_ids, _claimants, AS_OF),
    list_claimants.others: _each(list_claimants.others, _claimants, "speaker"),
    near_names.near_names: _asking(near_names.near_names),
    read_log.ids: _asking(read_log.ids, LogFilter(words="word")),
    read_log.rows: _rows(read_log.rows, _log),
    read_log.people: _asking(read_log.people),
    read_log.change_ids: _each(read_log.change_ids, _log),
    read_log.change_rows: _all_changes,
    read_log.first_changes: _each(read_log.first_changes, _log, 3),
    undo.next_steps: _asking(undo.next_steps),
    verdict_labels.verdict_labels: _asking(verdict_labels.verdict_labels),
    read_deadline.reader: _asking(read_deadline.reader),
    read_deadline.read_deadline: _asking(
        read_deadline.read_deadline, "in his first 100 days", date(2025, 1, 20), "Speaker 1"
    ),
    set_condition.event_at_stake: _each(set_condition.event_at_stake, Asked.claims),
    settle_edited.day_counted_from: _each(
        settle_edited.day_counted_from, Asked.claims, "within a week", "if it holds"
    ),
    known_articles.article_of_claim: _each(known_articles.article_of_claim, Asked.claims),
    known_articles.known_article: _asking(known_articles.known_article, ARTICLE),
    said_before.said_before: _asking(said_before.said_before, "Sign a deal", "Sign", "Speaker 1"),
    like_pairs.look_for_pairs: _asking(
        like_pairs.look_for_pairs, lambda *_told: None, lambda: False
    ),
    judged_since.newest_assessment: _asking(judged_since.newest_assessment),
    change_claims.bulk_rows: _rows(change_claims.bulk_rows, Asked.claims, AS_OF),
    change_claims.preview_change: _rows(change_claims.preview_change, Asked.claims, _TAGGING),
    empty_bin.what_goes: _asking(empty_bin.what_goes),
    claimant_readings.claimant_readings: _rows(
        claimant_readings.claimant_readings, _claimants, ClaimantDraft(name="Speaker 1")
    ),
    what_hangs_on.what_hangs_on: _asking(what_hangs_on.what_hangs_on, [Event("ceasefire", None)]),
    what_would_change.what_would_change: _asking(
        what_would_change.what_would_change, DEFAULT_POLICY
    ),
    heed_outside_writes.stamp: _asking(heed_outside_writes.stamp),
    tell_place.tell_place: _asking(tell_place.tell_place),
    look_for_damage.look_for_damage: _asking(look_for_damage.look_for_damage),
    list_backups.list_backups: _asking(list_backups.list_backups),
    back_up.back_up: _asking(back_up.back_up),
    back_up.back_up_to: lambda asked: back_up.back_up_to(
        asked.session, asked.folder / "copy.db", replaces=True
    ),
}
"""What is asked of a database, each as the window or the command line asks it."""
