"""The groundwork command: it parses, calls and prints."""
