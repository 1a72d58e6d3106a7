"""Read what a learner keeps in another list of the same place, for a paper that joins several."""

from collections.abc import Mapping
from typing import Any

from groundwork.learner import artifacts, place
from groundwork.subject.errors import UserError


def kept_rows(name: str) -> list[dict[str, Any]]:
    """Return the records of a list by its artifact's name; none while nothing is kept."""
    return list((artifacts.load(place.artifact(name)) or {}).get("records", []))


def refuse_twice(rows: list[dict[str, Any]], parts: Mapping[str, str]) -> None:
    """Refuse a part that a list of parts answers already."""
    names = [row["part"] for row in rows]
    for name in names:
        if names.count(name) > 1:
            raise UserError(
                f"“{parts[name]}” is answered already.", "Press Edit beside it to change it."
            )
