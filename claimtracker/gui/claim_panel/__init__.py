"""One claim: its form, the reading of its deadline, evidence, verdicts, moves and history."""
