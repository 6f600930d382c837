"""Tables read in: each row with its line, each refusal in one sentence."""

import os
from pathlib import Path

import pytest

from claimtracker.claims.errors import ClaimTrackerError
from claimtracker.reports.tables import TableRow, read_table


def _table(tmp_path: Path, held: str | bytes, name: str = "claims.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(held.encode("utf-8") if isinstance(held, str) else held)
    return path


def _read(tmp_path: Path, held: str | bytes, name: str = "claims.csv") -> list[TableRow]:
    return list(read_table(_table(tmp_path, held, name)))


def _refusal(path: Path) -> str:
    with pytest.raises(ClaimTrackerError) as refused:
        list(read_table(path))
    told = str(refused.value)
    assert told.endswith(".")
    assert "\n" not in told
    return told


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\r\n", b"\n", b"\r"])
def test_rows_are_read_whatever_ends_the_lines(bom: bytes, end: bytes, tmp_path: Path) -> None:
    held = bom + end.join([b"id,summary", b"1,Sign", b"2,Talk"])
    rows = _read(tmp_path, held)
    assert [row.cells["summary"] for row in rows] == ["Sign", "Talk"]


def test_a_row_stands_on_the_line_it_begins_on(tmp_path: Path) -> None:
    rows = _read(tmp_path, 'summary,quote\n"A\nB","C\n\nD"\n\nE,F\n')
    assert [row.line for row in rows] == [2, 7]


def test_only_our_own_columns_are_taken_and_only_those_there(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, "colour, summary ,due_on\nred,Sign,2025-04-18\n")
    assert row.cells == {"summary": "Sign", "due_on": "2025-04-18"}


def test_a_short_row_lacks_its_last_columns(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, "summary,quote\nSign\n")
    assert (row.cells, row.fault) == ({"summary": "Sign"}, "")


def test_a_row_with_too_many_cells_is_marked(tmp_path: Path) -> None:
    rows = _read(tmp_path, "summary,quote\nSign,soon, he said\nTalk,now,,\n")
    assert [bool(row.fault) for row in rows] == [True, False]


def test_rows_of_nothing_are_none(tmp_path: Path) -> None:
    assert _read(tmp_path, "summary,quote\n,\n\n,\n") == []


def test_the_guard_of_a_report_is_taken_off(tmp_path: Path) -> None:
    (row,) = _read(tmp_path, "summary\n'=1+1\n")
    assert row.cells["summary"] == "=1+1"


def test_a_foreign_column_can_be_given_its_field(tmp_path: Path) -> None:
    path = _table(tmp_path, "Promise\nSign\n")
    (row,) = read_table(path, {"Promise": "summary"})
    assert row.cells == {"summary": "Sign"}


def test_a_field_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = _table(tmp_path, "summary,Promise\nSign,x\n")
    with pytest.raises(ClaimTrackerError, match="“vow” is no field"):
        list(read_table(path, {"Promise": "vow"}))


@pytest.mark.parametrize("held", ["", "colour\nred\n", "a;summary\n1;2\n"])
def test_a_table_without_a_summary_is_refused(held: str, tmp_path: Path) -> None:
    assert "no column “summary”" in _refusal(_table(tmp_path, held))


@pytest.mark.parametrize("name", ["claims.csv", "claims.json"])
@pytest.mark.parametrize("held", [b"summary\n\xe9\n", "summary\nA\n".encode("utf-16")])
def test_what_is_not_utf_8_is_refused(held: bytes, name: str, tmp_path: Path) -> None:
    assert "is not text in UTF-8" in _refusal(_table(tmp_path, held, name))


@pytest.mark.parametrize("name", ["claims.xls", "claims", "claims.csv.txt"])
def test_another_kind_of_file_is_refused(name: str, tmp_path: Path) -> None:
    assert "neither a .csv nor a .json" in _refusal(_table(tmp_path, "summary\n", name))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    _refusal(tmp_path / "none.csv")
    (tmp_path / "folder.csv").mkdir()
    _refusal(tmp_path / "folder.csv")


def test_a_quotation_that_never_ends_is_refused(tmp_path: Path) -> None:
    assert "not a readable table" in _refusal(_table(tmp_path, 'summary\n"Sign\n'))


def test_json_gives_rows_by_their_number(tmp_path: Path) -> None:
    held = '[{"summary": "A", "tags": ["b|c"], "due_on": null}, {"summary": "B", "id": 4, "x": 1}]'
    first, second = _read(tmp_path, held, "claims.JSON")
    assert (first.line, first.cells) == (1, {"summary": "A", "tags": r"b\|c", "due_on": ""})
    assert (second.line, second.cells) == (2, {"summary": "B", "id": "4"})


@pytest.mark.parametrize("held", ["", "{", "[" * 100_000, "[" + "9" * 5_000 + "]"])
def test_what_is_no_json_is_refused(held: str, tmp_path: Path) -> None:
    assert "not readable JSON" in _refusal(_table(tmp_path, held, "claims.json"))


@pytest.mark.parametrize("held", ["{}", "1", "[1]", '"summary"'])
def test_json_that_is_no_list_of_claims_is_refused(held: str, tmp_path: Path) -> None:
    assert "no list of claims" in _refusal(_table(tmp_path, held, "claims.json"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "claims.csv")
    assert "is not a file" in _refusal(tmp_path / "claims.csv")


def test_a_header_that_names_a_column_twice_is_refused(tmp_path: Path) -> None:
    held = "summary,quote,summary\nSign,soon,Talk\n"
    assert "“summary” twice" in _refusal(_table(tmp_path, held))


def test_two_columns_mapped_to_one_field_are_refused(tmp_path: Path) -> None:
    path = _table(tmp_path, "summary,a,b\nSign,1,2\n")
    with pytest.raises(ClaimTrackerError, match="“notes” twice"):
        list(read_table(path, {"a": "notes", "b": "notes"}))


@pytest.mark.parametrize("held", ["summary\nSign\n", '[{"summary": "Sign"}]'])
def test_a_map_of_a_column_that_is_not_there_is_refused(held: str, tmp_path: Path) -> None:
    path = _table(tmp_path, held, "claims.json" if held.startswith("[") else "claims.csv")
    with pytest.raises(ClaimTrackerError, match="no column “titel”"):
        list(read_table(path, {"titel": "notes"}))


def test_a_header_that_is_no_header_is_told_in_short(tmp_path: Path) -> None:
    told = _refusal(_table(tmp_path, "x" * 100_000 + ",y" * 1_000 + "\nSign\n"))
    assert len(told) < 1_000


@pytest.mark.parametrize("held", ['[{"summary": "a", "summary": "b"}]', '[{"summary": NaN}]'])
def test_json_that_says_two_things_or_no_number_is_refused(held: str, tmp_path: Path) -> None:
    assert "JSON" in _refusal(_table(tmp_path, held, "claims.json"))


@pytest.mark.parametrize("value", ["{}", '{"a": 1}', "true", "[[1]]", '["a", {}]'])
def test_a_json_value_that_is_no_text_is_not_made_one(value: str, tmp_path: Path) -> None:
    held = f'[{{"summary": "Sign", "notes": {value}}}, {{"summary": "Talk"}}]'
    rows = _read(tmp_path, held, "claims.json")
    assert [row.fault for row in rows] == ["notes: neither text, number nor list of them.", ""]
