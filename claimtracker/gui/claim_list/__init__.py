"""The claim list: an id-list model, its delegates, the time axis and the view."""
