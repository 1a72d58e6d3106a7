"""What a facilitator does, over nbgrader's own Python API."""
