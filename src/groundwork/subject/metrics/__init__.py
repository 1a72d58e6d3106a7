"""Metric cards: one accountable measure on one page, with its checks, progress and files."""
