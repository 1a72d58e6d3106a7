"""A form that rates statements in words, with the evidence for each rating."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from groundwork.learner import artifacts
from groundwork.screen.widget import CourseWidget, readable, source
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import DONT_KNOW, Rating

SHOWS_IT = "What shows it?"


class RatingForm(CourseWidget):
    """Rate every statement of every need; each change is saved as the learner goes.

    Parameters
    ----------
    name
        The artifact's name, for example "readiness".
    statements
        A need's title to its statements, and each statement's id to its text.
    scale
        A level's number to its words, lowest first. "I don't know" is always offered beside it.
    title
        The heading of the saved page; default is the name.
    look_at
        A statement's id to where its evidence may be found, shown as help.
    on_change
        Called with all ratings whenever one changes, and whenever the form comes on a page.
    """

    _esm = source("controls.js", "rating.js")
    _css = source("widget.css")

    def __init__(
        self,
        name: str,
        statements: Mapping[str, Mapping[str, str]],
        scale: Mapping[int, str],
        *,
        title: str = "",
        look_at: Mapping[str, str] | None = None,
        on_change: Callable[[list[Rating]], object] | None = None,
    ) -> None:
        self._texts = {id: text for need in statements.values() for id, text in need.items()}
        if len(self._texts) < sum(len(need) for need in statements.values()):
            raise UserError("Two statements have the same id.", "Give each statement its own id.")
        super().__init__(
            {
                "name": name,
                "title": title or name.replace("_", " ").capitalize(),
                "needs": [
                    [need, [*map(list, texts.items())]] for need, texts in statements.items()
                ],
                "scale": [[level, words] for level, words in scale.items()],
                "unknown": DONT_KNOW,
                "ask": SHOWS_IT,
                "look_at": dict(look_at or {}),
            }
        )
        self._name, self._title = name, str(self.content["title"])
        self._on_change = on_change
        self._entries: dict[str, dict[str, Any]] | None = None

    def show(self, name: str, title: str) -> None:
        """Go over to another artifact with the same statements, on every page that is open."""
        self._name, self._title, self._entries = name, title, None
        self.send({"switch": True})

    @property
    def ratings(self) -> list[Rating]:
        """What is rated so far, in the order of the statements; level None is "I don't know"."""
        entries = self._load()
        return [
            Rating(id, entries[id]["level"], entries[id]["evidence"])
            for id in self._texts
            if id in entries and "level" in entries[id]
        ]

    def words(self) -> str:
        """Return needs, statements and scale; never a rating."""
        lines = [f"Rating form: {self.content['title']}"]
        for need, texts in self.content["needs"]:
            lines += [need, *(f"  - {text}" for _, text in texts)]
        scale = [f"{level} {words}" for level, words in self.content["scale"]]
        return "\n".join([*lines, f"Rate each: {'; '.join([*scale, DONT_KNOW])}. {SHOWS_IT}"])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Give back what is kept (`open`), or take one statement's entry (`rate`)."""
        if action == "open":
            entries = self._load()
            if self._on_change:
                self._on_change(self.ratings)
            return {"title": self._title, "entries": entries}
        entries = self._load()
        before = self.ratings
        id = data["id"]
        if id not in self._texts:
            raise UserError(f"There is no statement {id!r}.")
        entry: dict[str, Any] = {"evidence": str(data.get("evidence", "")).strip()}
        if "level" in data:
            entry["level"] = data["level"]
        entries[id] = entry
        path = self._save()
        if self._on_change and self.ratings != before:
            self._on_change(self.ratings)
        return {"where": readable(path)}

    def _load(self) -> dict[str, dict[str, Any]]:
        """Return statement id to its entry: "evidence", and "level" once it is rated."""
        if self._entries is not None:
            return self._entries
        self._entries = {}
        name = self._name
        if saved := artifacts.load(name):
            try:
                entries = {
                    row["statement"]: {"level": row["level"], "evidence": str(row["evidence"])}
                    for row in saved["ratings"]
                }
                notes = {id: {"evidence": str(note)} for id, note in saved["notes"].items()}
            except (KeyError, TypeError, AttributeError):
                raise artifacts.put_aside(name) from None
            self._entries = {**entries, **notes}
        return self._entries

    def _save(self) -> Any:
        entries = self._load()
        notes = {
            id: entry["evidence"]
            for id, entry in entries.items()
            if "level" not in entry and entry["evidence"]
        }
        data = {
            "version": 1,
            "ratings": [asdict(rating) for rating in self.ratings],
            "notes": notes,
        }
        return artifacts.save(self._name, data, self._markdown())

    def _markdown(self) -> str:
        scale = dict(self.content["scale"])
        entries = self._load()
        lines = [f"# {self._title}"]
        for need, texts in self.content["needs"]:
            lines += ["", f"## {need}", ""]
            for id, text in texts:
                entry = entries.get(id, {"evidence": ""})
                level = entry.get("level", 0)
                rated = DONT_KNOW if level is None else f"{level}, {scale[level]}" if level else "—"
                lines.append(f"- {text}")
                lines.append(f"  - Rating: {rated}")
                if entry["evidence"]:
                    lines.append(f"  - {SHOWS_IT} {entry['evidence']}")
        return "\n".join(lines)
