"""Widgets and charts: each a thin face on a subject function."""

from groundwork.screen.display import show_data_frames

show_data_frames()
