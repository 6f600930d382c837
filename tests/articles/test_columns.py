"""A piece of opinion: its author promises in the first person only."""

from tests.articles.scanned import candidates_in, only_candidate

COLUMN = "OPINION\nA drawer full\nBy Ada Brook\n\nThe road will open in May. It is late.\n"


def test_i_will_is_the_promise_of_the_author() -> None:
    taken = [
        one for one in candidates_in(COLUMN + "I will open it again on 27 May.") if not one.reason
    ]
    assert [one.claimant for one in taken] == ["Ada Brook"]


def test_all_else_in_a_column_is_opinion() -> None:
    assert only_candidate(COLUMN).reason.startswith("schedule")


def test_a_report_has_no_author_who_promises() -> None:
    report = COLUMN.removeprefix("OPINION\n")
    assert all(one.reason for one in candidates_in(report + "I will open it again on 27 May."))
