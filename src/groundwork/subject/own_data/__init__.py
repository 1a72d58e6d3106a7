"""Own data: what a department's file must hold, and the check that says what was understood."""
