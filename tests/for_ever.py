"""A question to SQLite that it never comes to the end of, for what is to be broken off."""

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
