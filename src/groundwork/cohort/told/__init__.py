"""Questions as a facilitator needs them: for run sheets, handouts and the console."""
