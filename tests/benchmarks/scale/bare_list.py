"""The list of claims in bare SQL; nothing of the program is loaded for it."""

FINAL = "'kept', 'kept_late', 'partly_kept', 'broken', 'withdrawn', 'not_triggered', 'untestable'"
STATE = (
    f"CASE WHEN verdict IN ({FINAL}) THEN 6 WHEN opens_on IS NULL AND due_on IS NULL AND"
    " latest_on IS NULL THEN 5 WHEN latest_on < '2025-05-26' THEN 0 WHEN due_on < '2025-05-26'"
    " THEN 1 WHEN opens_on > '2025-05-26' THEN 4 WHEN due_on <= '2025-06-02' THEN 2 ELSE 3 END"
)
SHELF = "SELECT id FROM claim WHERE binned_at IS NULL"
BY_STATE = f"{SHELF} ORDER BY {STATE}, latest_on NULLS LAST, id"
SHOWN = (
    "SELECT summary, name, stated_on, deadline_wording, latest_on, verdict FROM claim"
    " LEFT JOIN claimant ON claimant.id = claimant_id WHERE claim.id = ?"
)
"""What a row of the list says, but for what is counted beside the claim."""
