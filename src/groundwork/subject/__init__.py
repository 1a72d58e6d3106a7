"""Plain functions and data classes on pandas: what the field knows."""
