"""How quick it is: ratios to the bare operation, measured in the same run."""
