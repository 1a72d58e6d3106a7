"""Build a root-cause map by asking "because?", as a list and as a picture."""

from collections.abc import Callable
from typing import Any

from groundwork.learner import artifacts, place
from groundwork.screen import cause_picture
from groundwork.screen.widget import CourseWidget, FieldError, readable, source
from groundwork.subject import causes
from groundwork.subject.causes import EVIDENCE, LEVELS, CauseMap
from groundwork.subject.errors import UserError

NEEDED = ("text", "level", "evidence")  # the fields of a cause that may not stay empty


class RootCauseMap(CourseWidget):
    """A root-cause map that the learner builds, saved after every step.

    Parameters
    ----------
    start
        The map to begin with when nothing is saved: an outcome alone, or a worked example.
    name
        The artifact's name; Riverbend County (invented) has its own, when that is the place.
    on_change
        Called with the map after every change, and once when a kept map comes back.
    """

    _esm = source("controls.js", "cause_map.js")
    _css = source("widget.css")

    def __init__(
        self,
        start: CauseMap | str,
        *,
        name: str = "root_cause_map",
        on_change: Callable[[CauseMap], object] | None = None,
    ) -> None:
        self._start = CauseMap(start) if isinstance(start, str) else start
        super().__init__(
            {
                "name": place.artifact(name),
                "title": place.titled("Root-cause map"),
                "levels": [list(level) for level in LEVELS.items()],
                "evidence": [list(grade) for grade in EVIDENCE.items()],
            }
        )
        self._on_change = on_change
        self._kept: CauseMap | None = None
        self._before_delete: CauseMap | None = None

    @property
    def map(self) -> CauseMap:
        """The map as it is now."""
        if self._kept is None:
            self._kept = self._start
            name = self.content["name"]
            if (data := artifacts.load(name)) is not None:
                try:
                    self._kept = causes.from_data(data)
                except UserError:
                    raise artifacts.put_aside(name) from None
        return self._kept

    def words(self) -> str:
        """Return the map to begin with; the learner's own is in their artifact."""
        return "\n".join(["Root-cause map, to begin with:", *causes.lines(self._start)])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the map (`open`) or change it, and return how it looks now."""
        if action == "open":
            if self._on_change and self.map != self._start:
                self._on_change(self.map)
            return self._view()
        before = self.map
        if action == "delete":
            self._before_delete = before
        after = self._changed(before, action, data)
        if action != "delete":
            self._before_delete = None
        self._kept = after
        page = causes.to_markdown(after, self.content["title"])
        path = artifacts.save(self.content["name"], causes.to_data(after), page)
        if self._on_change:
            self._on_change(after)
        new = {cause.id for cause in after.causes} - {cause.id for cause in before.causes}
        return {**self._view(), "new": min(new, default=None), "where": readable(path)}

    def _changed(self, map: CauseMap, action: str, data: dict[str, Any]) -> CauseMap:
        if action == "outcome":
            text = " ".join(str(data["text"]).split())
            if not text:
                raise FieldError(
                    "text", "The outcome has no words yet.", "Say what happens, and to whom."
                )
            return CauseMap(text, map.causes)
        if action in ("add", "edit"):
            try:
                return causes.add(map, **data) if action == "add" else causes.edit(map, **data)
            except UserError as error:
                empty = [name for name in NEEDED if not str(data.get(name, "")).strip()]
                raise FieldError([*empty, "under"][0], error.problem, error.fix) from None
        if action == "move":
            return causes.move(map, data["id"], data["step"])
        if action == "delete":
            return causes.remove(map, data["id"])
        if action == "undo" and self._before_delete:
            return self._before_delete
        raise UserError("There is nothing to undo.")

    def _view(self) -> dict[str, Any]:
        """Return the map as the page draws it."""
        map = self.map
        return {
            "map": causes.to_data(map),
            "picture": cause_picture.picture(map),
            "alt": cause_picture.description(map),
            "remarks": [remark.text for remark in causes.review(map)],
            "undo": self._before_delete is not None,
        }
