"""Where the modules that notebooks of version 0.1 imported are now.

An update leaves a notebook alone that its learner has changed, so it goes on importing what it
imported then. Notebooks of today import `groundwork.lesson`, and nothing else.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import ModuleType
from typing import Any

MOVED = {
    "groundwork.screen.cause_map": "groundwork.screen.activities.cause_map",
    "groundwork.screen.chart": "groundwork.screen.charts.chart",
    "groundwork.screen.exercise": "groundwork.screen.widgets.exercise",
    "groundwork.screen.explorer": "groundwork.screen.widgets.explorer",
    "groundwork.screen.place": "groundwork.screen.activities.place",
    "groundwork.screen.power_map": "groundwork.screen.activities.power_map",
    "groundwork.screen.question": "groundwork.screen.widgets.questions",
    "groundwork.screen.readiness": "groundwork.screen.activities.readiness",
    "groundwork.screen.reflection": "groundwork.screen.widgets.reflection",
    "groundwork.screen.timeline": "groundwork.screen.activities.timeline",
}


class _Moved(ModuleType):
    """A module of a former name; it loads the one of today when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python itself asks of every module
            raise AttributeError(name)
        return getattr(import_module(MOVED[self.__name__]), name)


class Finder(MetaPathFinder, Loader):
    """Finds what no folder holds any more."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return a spec for a former name, and None for every other."""
        return spec_from_loader(fullname, self) if fullname in MOVED else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return the module that stands for the one of today."""
        return _Moved(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing: there is no code under a former name."""


def keep() -> None:
    """Let the former names be imported."""
    if not any(isinstance(finder, Finder) for finder in sys.meta_path):
        sys.meta_path.append(Finder())
