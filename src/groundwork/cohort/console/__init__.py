"""The cohort console: a page without code, on the functions that the commands call."""
