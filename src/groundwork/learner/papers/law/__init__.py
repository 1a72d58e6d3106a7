"""What the law says near a paper."""
