"""Columns asked for so that SQLite takes no index for them, where the one it would take is slow."""

from typing import Any

from sqlalchemy import ColumnElement, UnaryExpression, inspect
from sqlalchemy.sql.operators import custom_op
from sqlmodel import SQLModel


def by_no_index(table: type[SQLModel], name: str) -> ColumnElement[Any]:
    """A column by which SQLite neither looks rows up nor puts them in order.

    The plus keeps it from that (SQLite, "The Query Optimizer Overview", 2.1).
    """
    return UnaryExpression(inspect(table).columns[name], operator=custom_op("+"))
