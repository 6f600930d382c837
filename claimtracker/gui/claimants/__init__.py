"""The window of all claimants: who they are, what they said, and which of them are one person."""
