"""Build a root-cause map by asking "because?", as a list and as a picture."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from groundwork.learner import place, public_record
from groundwork.learner.artifacts import Artifact, refuse_stale
from groundwork.learner.papers import causes as cause_paper
from groundwork.learner.papers import letterhead
from groundwork.screen.activities import cause_figure, cause_picture
from groundwork.screen.activities.words import Words
from groundwork.screen.widget import FieldError
from groundwork.screen.widgets.kept import ADVICE, KeptWidget
from groundwork.screen.widgets.papers import Desk
from groundwork.subject import causes, silence
from groundwork.subject.causes import EVIDENCE, LEVELS, OUTCOME, CauseMap
from groundwork.subject.errors import UserError

SAID = Words("cause_map")
NEEDED = ("text", "level", "evidence")  # the fields of a cause that may not stay empty


class RootCauseMap(KeptWidget):
    """A root-cause map that the learner builds, saved after every step.

    Parameters
    ----------
    start
        The map to begin with when nothing is saved: an outcome alone, or a worked example. An
        outcome that is not written yet is "", and the page says what is wanted.
    name
        The artifact's name; Riverbend County (invented) has its own, when that is the place.
    on_change
        Called with the map after every change, and once when a kept map comes back.
    """

    drawn_by = ("widgets/papers.js", "activities/cause_form.js", "activities/cause_map.js")

    def __init__(
        self,
        start: CauseMap | str,
        *,
        name: str = "root_cause_map",
        on_change: Callable[[CauseMap], object] | None = None,
    ) -> None:
        self._start = CauseMap(start) if isinstance(start, str) else start
        invented = letterhead.invented()
        super().__init__(
            {
                "name": place.artifact(name),
                "wanted": place.GAP_WANTED,
                "title": place.titled(SAID("title")),
                "levels": [list(level) for level in LEVELS.items()],
                "evidence": [list(grade) for grade in EVIDENCE.items()],
                "record": public_record.CAUSE_MAP,
            }
        )
        self._on_change = on_change
        self._kept = Artifact(
            self.content["name"],
            self._start,
            _read,
            causes.to_data,
        )
        self._desk = Desk(
            lambda: cause_paper.paper(
                self.map, pictures=cause_figure.pictures(self.map), invented=invented
            ),
            nothing=lambda: "" if self.map.outcome or self.map.causes else SAID("nothing"),
        )
        self._before_delete: CauseMap | None = None
        self._deleted = ""  # the id of the cause that an undo brings back with its branch

    @property
    def map(self) -> CauseMap:
        """The map as it is now."""
        return self._kept.now()

    def words(self) -> str:
        """Return the map to begin with; the learner's own is in their artifact."""
        outcome, *rest = causes.lines(self._start)
        return "\n".join([SAID("begins"), outcome or place.GAP_WANTED, *rest])

    def standing(self) -> dict[str, Any]:
        """Return the map as the page draws it, and tell it to whoever follows."""
        map = self.map
        if self._on_change and map != self._start:
            self._on_change(map)
        return self._view(map)

    def carry_out(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the map (`open`) or change it; `shown` in data is the map that the page showed."""
        if action == "open":
            return self.standing()
        before = self._start

        def make(now: CauseMap) -> CauseMap:
            nonlocal before
            before = now
            return self._changed(now, action, data)

        self._kept.change(make)
        after = self.map
        if action == "delete":
            self._before_delete, self._deleted = before, data["id"]
        else:
            self._before_delete = None
        if self._on_change:
            self._on_change(after)
        new = {cause.id for cause in after.causes} - {cause.id for cause in before.causes}
        return {**self._view(after), "new": min(new, default=None)}

    def _changed(self, now: CauseMap, action: str, data: dict[str, Any]) -> CauseMap:
        if action == "undo" and self._before_delete:
            return _put_back(now, self._before_delete, self._deleted)
        if action == "undo":
            raise UserError(SAID("nothing_to_undo"))
        shown = causes.from_data(data["shown"])
        advice = ADVICE if action in ("outcome", "add", "edit") else ""
        refuse_stale(_concerned(shown, action, data), _concerned(now, action, data), advice)
        if action == "outcome":
            text = " ".join(str(data["text"]).split())
            if not text:
                raise FieldError("text", SAID("no_outcome"), SAID("write_outcome"))
            return CauseMap(text, now.causes)
        if action in ("add", "edit"):
            typed = {name: value for name, value in data.items() if name != "shown"}
            try:
                return causes.add(now, **typed) if action == "add" else causes.edit(now, **typed)
            except UserError as error:
                empty = [name for name in NEEDED if not str(data.get(name, "")).strip()]
                raise FieldError([*empty, "under"][0], error.problem, error.fix) from None
        if action == "move":
            return causes.move(now, data["id"], data["step"])
        return causes.remove(now, data["id"])

    def _view(self, map: CauseMap) -> dict[str, Any]:
        """Return the map as the page draws it."""
        remarks = causes.review(map)
        return {
            "map": causes.to_data(map),
            "picture": cause_picture.picture(map),
            "alt": cause_picture.description(map),
            "remarks": [[remark.what, list(remark.each or [remark.about])] for remark in remarks],
            "leftOut": silence.left_out(remarks),
            "closing": causes.closing(map),
            "undo": self._before_delete is not None,
        }


def _read(data: dict[str, Any]) -> CauseMap:
    """Read a kept map; version 0.1 kept what is wanted as if it were the outcome."""
    map = causes.from_data(data)
    return replace(map, outcome="") if map.outcome == place.GAP_WANTED else map


def _concerned(map: CauseMap, action: str, data: dict[str, Any]) -> list[object]:
    """Return what a change rests on: if another window changed that, the change is refused.

    To delete a cause is to delete all under it, which the page must have shown.
    """
    id = data.get("id", data.get("below", OUTCOME))
    ids = causes.branch(map, id) if action == "delete" else {id}
    if action == "edit":
        ids.add(data.get("under", id))
    found: list[object] = [cause for cause in map.causes if cause.id in ids]
    return [*found, map.outcome] if id == OUTCOME else found


def _put_back(now: CauseMap, before: CauseMap, id: str) -> CauseMap:
    """Return the map with a deleted branch in it again, also when it has changed meanwhile.

    A cause whose place is gone comes under the outcome, and one whose id is taken gets another.
    """
    if causes.remove(before, id) == now:
        return before
    gone = causes.branch(before, id)
    taken = {cause.id for cause in now.causes}
    numbers = count(1 + max(int(each[1:]) for each in taken | gone))
    ids = {each: f"c{next(numbers)}" if each in taken else each for each in sorted(gone)}
    back = [
        replace(
            cause,
            id=ids[cause.id],
            under=ids.get(cause.under, cause.under if cause.under in taken else OUTCOME),
        )
        for cause in before.causes
        if cause.id in gone
    ]
    return CauseMap(now.outcome, (*now.causes, *back))
