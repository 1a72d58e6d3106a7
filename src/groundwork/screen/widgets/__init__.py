"""Widgets that any lesson may use, each a Python class beside its ES module."""
