"""The window of pairs of stored claims that look like one."""
