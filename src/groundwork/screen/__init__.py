"""Widgets and charts: each a thin face on a subject function."""
