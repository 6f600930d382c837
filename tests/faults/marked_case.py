"""A case whose every text is markup, with a picture that it would show if anything read it."""

import base64
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage
from sqlalchemy import Table
from sqlmodel import AutoString, SQLModel

from claimtracker.claims.vocabulary import Verdict

PLANTED = QColor("#fe0102")
"""The colour of the picture; of no theme."""
GROUND = QColor("#02fe01")
"""The colour that markup gives the ground of its words; of no theme either."""
START = "zqx"
WORD = f"{START}&k"
"""Stands in every text; the & would mark a key where one is read so."""

KINDS = (
    "html",
    "bare",
    "qt",
    "table",
    "link",
    "entities",
    "markdown",
    "sheet",
    "title",
    "resource",
    "data",
)

# What the program reads as a code, a number or a hash, and never shows as it is.
CODES: Mapping[str, frozenset[str]] = {
    "action": frozenset({"chain_hash"}),
    "assessment": frozenset({"verdict"}),
    "change": frozenset({"table"}),
    "changed_convention": frozenset({"key", "text"}),  # refused at once where it is no convention
    "claimant": frozenset({"earlier_terms"}),  # days
    "claim": frozenset({"verdict", "condition_outcome", "precision"}),
    "evidence": frozenset({"method", "sha256", "text_sha256", "content_sha256", "mime_type"}),
    "evidence_link": frozenset({"relation"}),
    "reminder": frozenset({"kind"}),
    "source": frozenset({"text_hash"}),
    "verdict_label": frozenset({"verdict"}),
}


def picture(folder: Path) -> Path:
    """Write the picture; beside the database, so that a bare name finds it, too."""
    path = folder / "red.png"
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(PLANTED)
    image.save(str(path))
    return path


def markups(path: Path) -> dict[str, str]:
    """Every kind of markup by its name, with this picture in it; each text holds the word."""
    address = path.as_uri()
    inline = f"data:image/png;base64,{base64.b64encode(path.read_bytes()).decode()}"
    ground = f'style="background-color:{GROUND.name()}"'
    return {
        "html": f'<b {ground}>{WORD}</b><img src="{address}">',
        "bare": f"<br>{WORD}<img src={path.name}>",
        "qt": f'<qt bgcolor="{GROUND.name()}">{WORD}<img src="{path}"></qt>',
        "table": f'<table><tr><td bgcolor="{GROUND.name()}">{WORD}</td></tr></table>',
        "link": f'<a href="{address}"><font color="{PLANTED.name()}" size=7>{WORD}</font></a>',
        "entities": f"&amp;&lt;{WORD}&gt;&amp;",
        "markdown": f"**{WORD}** ![x]({address}) [l]({address})\n\n# {WORD}",
        "sheet": f"*{{background:{GROUND.name()}; image:url({path})}}/*{WORD}*/",
        "title": f"<i>{WORD} [*] %1 %p</i>",
        "resource": f'<p {ground}>{WORD}<img src=":/red.png"></p>',
        "data": f'<hr>{WORD}<img src="{inline}">',
    }


def together(path: Path, first: str = "html") -> str:
    """All of them as one text; most places show its beginning only, so one comes first."""
    every = markups(path)
    return " ".join([every.pop(first), *(text.replace("\n", " ") for text in every.values())])


def planted_columns() -> dict[str, list[str]]:
    """The columns that hold texts, by their table."""
    return {
        table.name: [column.name for column in _texts(table)]
        for table in SQLModel.metadata.sorted_tables
    }


def _texts(table: Table) -> list[Any]:
    codes = CODES.get(table.name, frozenset())
    return [it for it in table.columns if isinstance(it.type, AutoString) and it.name not in codes]


def plant(database: Path, text: str) -> int:
    """Write this text into every field of every row; return into how many fields."""
    columns = planted_columns()
    count = 0
    with closing(sqlite3.connect(database)) as opened:
        opened.create_function("casefold", 1, str.casefold, deterministic=True)
        _add_what_is_missing(opened)
        for table, names in columns.items():
            for name in names:
                written = f'UPDATE "{table}" SET "{name}" = ? || id'
                count += opened.execute(written, (text,)).rowcount
        count += _plant_log(opened, columns, text)
        opened.commit()
    return count


def _add_what_is_missing(opened: sqlite3.Connection) -> None:
    """Add rows to the tables that a case may have none in: verdicts, their labels, saved views."""
    rated = "SELECT id, 'stalled', '', '', '2025-04-20' FROM claim"
    told = "INSERT INTO assessment (claim_id, verdict, reason, assessor, assessed_on)"
    opened.execute(f"{told} {rated}")
    opened.execute("UPDATE claim SET verdict = 'stalled', assessed_on = '2025-04-20'")
    opened.execute(
        "INSERT OR IGNORE INTO assessment_evidence (assessment_id, evidence_id) "
        "SELECT assessment.id, evidence_id FROM assessment JOIN evidence_link USING (claim_id)"
    )
    opened.execute("DELETE FROM verdict_label")
    labels = [(verdict.value, place) for place, verdict in enumerate(Verdict)]
    asked = "INSERT INTO verdict_label (verdict, label, position) VALUES (?, '', ?)"
    opened.executemany(asked, labels)
    opened.execute("INSERT INTO saved_view (name, query, position) VALUES ('', '', 0)")


def _plant_log(opened: sqlite3.Connection, columns: Mapping[str, list[str]], text: str) -> int:
    count = 0
    asked = 'SELECT id, "table", before, after FROM change'
    for row_id, table, *sides in opened.execute(asked).fetchall():
        told = [_marked(side, columns[table], f"{text}{row_id}") for side in sides]
        opened.execute("UPDATE change SET before = ?, after = ? WHERE id = ?", (*told, row_id))
        count += sum(side is not None for side in told)
    return count


def _marked(side: str | None, names: list[str], text: str) -> str | None:
    if side is None:
        return None
    values: dict[str, Any] = json.loads(side)
    texts = {name: text for name, value in values.items() if name in names and value is not None}
    return json.dumps(values | texts)
