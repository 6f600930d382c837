"""The window of everything that was done."""
