"""The window of events: every one with its days, and the claims that hang on it."""
