"""Groundwork: practice-based training for building health equity infrastructure."""

from importlib.metadata import PackageNotFoundError, version

from groundwork import former_names

try:
    __version__ = version("groundwork")
except PackageNotFoundError:  # run from a bare source tree
    __version__ = "0+unknown"

former_names.keep()
