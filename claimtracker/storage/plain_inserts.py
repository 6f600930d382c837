"""Many rows added by few statements, as the file holds them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

_MOST_VALUES = 30_000  # SQLite takes 32,766
_FEWER_ROWS = (500, 50)  # each size is a statement that the driver keeps: they are few
MOST_TEXT = 4_000_000  # characters: it keeps with a statement what that was given last


def insert_plain(
    connection: Connection, table: str, columns: Mapping[str, Sequence[object]]
) -> None:
    """Add rows to a table by its columns, each with a value for each row.

    A statement for each row would read and write what counts the ids each time, and one for a few
    hundred copies, each time anew, the pages that it changes, so that it can be taken back alone.
    """
    listed = ", ".join(f'"{name}"' for name in columns)
    row = f"({', '.join('?' * len(columns))})"
    insert = f'INSERT INTO "{table}" ({listed}) VALUES '
    begin, count = 0, len(next(iter(columns.values())))
    is_long = sum(map(_length, columns.values())) > MOST_TEXT
    for size in () if is_long else (_MOST_VALUES // len(columns), *_FEWER_ROWS):
        while count - begin >= size:
            values: list[object] = [None] * (size * len(columns))
            for place, column in enumerate(columns.values()):
                values[place :: len(columns)] = column[begin : begin + size]
            connection.exec_driver_sql(insert + ", ".join([row] * size), tuple(values))
            begin += size
    if begin < count:
        left = zip(*(column[begin:] for column in columns.values()), strict=True)
        connection.exec_driver_sql(insert + row, list(left))


def _length(column: Sequence[object]) -> int:
    return sum([len(value) for value in column if type(value) is str])
