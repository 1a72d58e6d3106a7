"""Charts: a picture, its words and its table, read back from what was drawn."""
