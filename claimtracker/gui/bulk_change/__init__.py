"""One change to many claims: what to change, what that would do, and doing it."""
