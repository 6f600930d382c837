"""Deadlines in words to dates: a library of its own, beneath it only python-dateutil."""

from .policy import DEFAULT_POLICY, Policy
from .read import read
from .reading import Alternative, Event, Precision, Reading, Term

__all__ = [
    "DEFAULT_POLICY",
    "Alternative",
    "Event",
    "Policy",
    "Precision",
    "Reading",
    "Term",
    "read",
]
