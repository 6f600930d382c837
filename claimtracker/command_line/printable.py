"""Text that is fit for a terminal: nothing in it may steer what shows it."""

_LINE_LENGTH = 70


def printable(text: str) -> str:
    """The text without what could steer the terminal; line ends stay."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def one_line(text: str) -> str:
    """The text on one line of printable characters, cut where it is long."""
    flat = "".join(c if c.isprintable() else " " for c in text[: _LINE_LENGTH + 1])
    return flat if len(flat) <= _LINE_LENGTH else flat[: _LINE_LENGTH - 1] + "…"
