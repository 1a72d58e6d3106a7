"""Figures and sources in prose: computed, filled in, cited, and refused when from nowhere."""

from groundwork.authoring.figures.fill import Figures, fill, keys_in

__all__ = ["Figures", "fill", "keys_in"]
