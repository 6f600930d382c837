"""The window of all captured documents, and of those that bear on no claim yet."""
