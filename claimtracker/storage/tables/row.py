"""What every table is: a model of SQLModel's that validates nothing."""

from sqlmodel import SQLModel


class Row(SQLModel):
    """A row as the database has it; drafts are validated, rows are not.

    So pydantic need not build a validator for each table at every start; should one be asked for,
    it builds it then.
    """

    model_config = {"defer_build": True}
