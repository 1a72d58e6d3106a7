"""A text as a notebook: its cells, with figures and promises filled in, and what they need."""
