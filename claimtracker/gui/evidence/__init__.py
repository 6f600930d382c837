"""What a claim's evidence looks like: its list, time line, details, previews and commands."""
