"""ClaimTracker: what public figures committed to, and whether the time for it has passed."""

__version__ = "0.1.0"
