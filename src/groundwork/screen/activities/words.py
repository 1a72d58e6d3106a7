"""The words of the activities, read from `words.yaml`: what a learner reads stands in one place."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.screen.widgets.fields import Field

FILE = Path(__file__).with_name("words.yaml")


class Words:
    """The words of one activity, by name.

    Parameters
    ----------
    activity
        Its name in the file.
    filled
        What stands for the places in braces that its words share.
    """

    def __init__(self, activity: str, **filled: str) -> None:
        self._said: dict[str, Any] = _all()[activity]
        self._filled = filled

    def __call__(self, name: str, /, **filled: str) -> str:
        """Return a sentence with its places filled in."""
        return str(self._said[name]).format(**self._filled, **filled)

    def options(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return what can be chosen: each value with its words, in order."""
        return tuple((str(key), str(text)) for key, text in self._said[name].items())

    def list(self, name: str) -> list[str]:
        """Return sentences or headings in order, their places still open."""
        return [str(each) for each in self._said[name]]

    def all(self, name: str) -> dict[str, str]:
        """Return words by name."""
        return dict(self.options(name))

    def fields(self, name: str = "fields", /, **options: dict[str, str]) -> tuple[Field, ...]:
        """Return the columns of its list; `options` are those that the subject knows, by field."""
        made = []
        for each in self._said[name]:
            known = options.get(each["id"], each.get("options", {}))
            shown = {key: text.format(**self._filled) for key, text in known.items()}
            made.append(Field(**{**each, "options": shown}))
        return tuple(made)


@cache
def _all() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
