"""Summary measures of health inequality: 21 ways to say in one number how unequal groups are."""
