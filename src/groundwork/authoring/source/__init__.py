"""The text that a person edits, read into a page: prose, code and blocks, with true lines."""
