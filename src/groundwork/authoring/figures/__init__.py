"""Figures and sources in prose: computed, filled in, cited, and refused when from nowhere."""

from groundwork.authoring.figures.block import fill_block
from groundwork.authoring.figures.code import check_code
from groundwork.authoring.figures.fill import Figures, fill, keys_in

__all__ = ["Figures", "check_code", "fill", "fill_block", "keys_in"]
