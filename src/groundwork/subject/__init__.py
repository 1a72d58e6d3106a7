"""Plain functions and data classes on pandas: the field's own knowledge, with no widgets or notebooks."""
