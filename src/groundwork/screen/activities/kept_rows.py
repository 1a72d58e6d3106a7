"""Read what a learner keeps in another list of the same place, for a paper that joins several."""

from typing import Any

from groundwork.learner import artifacts, place


def kept_rows(name: str) -> list[dict[str, Any]]:
    """Return the records of a list by its artifact's name; none while nothing is kept."""
    return list((artifacts.load(place.artifact(name)) or {}).get("records", []))
