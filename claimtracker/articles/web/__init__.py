"""The web: where an address leads, what a server answers, and the document that it gives."""
