"""A form that rates statements in words, with the evidence for each rating."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from groundwork.learner import public_record
from groundwork.learner.artifacts import Artifact, refuse_stale
from groundwork.learner.papers.model import Paper
from groundwork.screen.widgets.kept import KeptWidget
from groundwork.screen.widgets.papers import Desk
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import DONT_KNOW, Rating, of_former
from groundwork.subject.readiness_statements import FormerStatement

SHOWS_IT = "What shows it?"
WHOM = "Whom will you ask?"
PRINTS = (
    "What you wrote beside each statement stands in the paper, word for word. Read it once more as "
    "its reader would."
)
ADVICE = "Anything you typed stands behind the kept words, and is saved with your next change."
Entry = dict[str, Any]  # "evidence", and "level" once the statement is rated


class RatingForm(KeptWidget):
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
    next_step
        A statement's id to what to do next where it is not known, shown in place of that help.
    steps
        A statement's id to what each step of the scale looks like for it, lowest first.
    on_change
        Called with all ratings whenever one changes, and whenever the form comes on a page.
    former
        The id of a statement that nobody is asked to rate any more, to the one that came in its
        place. Its kept rating is shown beside that one, and counts nowhere.
    paper
        Makes a paper of the ratings, the notes on what is not rated, and the sentences on former
        statements; without it the form has none.
    """

    drawn_by = ("widgets/steps.js", "widgets/papers.js", "widgets/rating.js")

    def __init__(
        self,
        name: str,
        statements: Mapping[str, Mapping[str, str]],
        scale: Mapping[int, str],
        *,
        title: str = "",
        look_at: Mapping[str, str] | None = None,
        next_step: Mapping[str, str] | None = None,
        steps: Mapping[str, Sequence[str]] | None = None,
        on_change: Callable[[list[Rating]], object] | None = None,
        former: Mapping[str, FormerStatement] | None = None,
        paper: Callable[[list[Rating], Mapping[str, str], list[str]], Paper] | None = None,
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
                "whom": WHOM,
                "look_at": dict(look_at or {}),
                "next_step": dict(next_step or {}),
                "record": public_record.EVIDENCE,
                "steps": {id: list(each) for id, each in (steps or {}).items()},
                "paper": paper is not None,
                "prints": PRINTS,
            }
        )
        self._title = str(self.content["title"])
        self._on_change = on_change
        self._former = dict(former or {})
        self._kept = self._artifact(name)
        if paper:
            self._desk = Desk(
                lambda: paper(self.ratings, *self._beside()),
                nothing=lambda: "" if self.ratings else "Nothing is rated.",
            )

    def show(self, name: str, title: str) -> None:
        """Go over to another artifact with the same statements, on every page that is open."""
        self._title, self._kept = title, self._artifact(name)
        self.send({"switch": True})

    @property
    def ratings(self) -> list[Rating]:
        """What is rated so far, in the order of the statements; level None is "I don't know"."""
        return self._rated(self._kept.now())

    def words(self) -> str:
        """Return needs, statements and scale; never a rating."""
        lines = [f"Rating form: {self.content['title']}"]
        for need, texts in self.content["needs"]:
            lines.append(need)
            for id, text in texts:
                lines.append(f"  - {text}")
                told = zip(self.content["scale"], self.content["steps"].get(id, ()), strict=False)
                lines += [f"      {level} {name}: {step}" for (level, name), step in told]
        scale = [f"{level} {words}" for level, words in self.content["scale"]]
        return "\n".join([*lines, f"Rate each: {'; '.join([*scale, DONT_KNOW])}. {SHOWS_IT}"])

    def standing(self) -> dict[str, Any]:
        """Return all entries as they are kept, and tell the ratings to whoever follows."""
        entries = self._kept.now()
        if self._on_change:
            self._on_change(self._rated(entries))
        return {
            "title": self._title,
            "of": self._kept.name,
            "entries": entries,
            "former": self._told(entries),
        }

    def carry_out(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Give back what is kept (`open`), or take one statement's entry (`rate`).

        `shown` in data is the entry that the page showed before, `of` the artifact it showed.
        """
        if action == "open":
            return self.standing()
        id = data["id"]
        if id not in self._texts:
            raise UserError(f"There is no statement {id!r}.")
        entry: Entry = {"evidence": str(data.get("evidence", "")).strip()}
        if "level" in data:
            entry["level"] = self._level(data["level"])
        before: dict[str, Entry] = {}

        def make(now: dict[str, Entry]) -> dict[str, Entry]:
            nonlocal before
            before = now
            refuse_stale(data["of"], self._kept.name, ADVICE)
            kept = now.get(id, {"evidence": ""})
            if kept != entry:  # pressed twice, or the same in both windows
                refuse_stale(data["shown"] or {"evidence": ""}, kept, ADVICE)
            return {**now, id: entry}

        self._kept.change(make)
        ratings = self.ratings
        if self._on_change and ratings != self._rated(before):
            self._on_change(ratings)
        return {"entry": entry}

    def _beside(self) -> tuple[dict[str, str], list[str]]:
        """Return what a paper says beside the ratings: notes, and ratings of former statements."""
        entries = self._kept.now()
        notes = {id: note for id, note in _notes(entries).items() if id in self._texts}
        return notes, [told for each in self._told(entries).values() for told in each]

    def _told(self, entries: Mapping[str, Entry]) -> dict[str, list[str]]:
        """Say how former statements were rated, under the id of the one in their place."""
        told: dict[str, list[str]] = {}
        for id, statement in self._former.items():
            if "level" in (entry := entries.get(id, {})):
                said = of_former(statement, entry["level"], entry["evidence"])
                told.setdefault(statement.now, []).append(said)
        return told

    def _artifact(self, name: str) -> Artifact[dict[str, Entry]]:
        return Artifact(name, {}, self._read, self._written)

    def _rated(self, entries: Mapping[str, Entry]) -> list[Rating]:
        return [
            Rating(id, entries[id]["level"], entries[id]["evidence"])
            for id in self._texts
            if "level" in entries.get(id, {})
        ]

    def _level(self, level: Any) -> int | None:
        """Return a level of the scale, or None for "I don't know"."""
        known = [number for number, _ in self.content["scale"]]
        if level is None or (level in known and not isinstance(level, bool | float)):
            return level
        raise UserError(
            f"There is no level {level!r}.", f"Choose one of {', '.join(map(str, known))}."
        )

    def _read(self, data: dict[str, Any]) -> dict[str, Entry]:
        """Return statement id to its entry, also of statements that this form does not have."""
        rated = {
            row["statement"]: {"evidence": str(row["evidence"]), "level": self._level(row["level"])}
            for row in data["ratings"]
        }
        notes = {id: {"evidence": str(note)} for id, note in data["notes"].items()}
        return {**notes, **rated}

    def _written(self, entries: dict[str, Entry]) -> dict[str, Any]:
        order = [*self._texts, *(id for id in entries if id not in self._texts)]
        rows = [
            {"statement": id, "level": entries[id]["level"], "evidence": entries[id]["evidence"]}
            for id in order
            if "level" in entries.get(id, {})
        ]
        return {"ratings": rows, "notes": _notes(entries)}


def _notes(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return what is noted about statements without a rating."""
    return {
        id: entry["evidence"]
        for id, entry in entries.items()
        if "level" not in entry and entry["evidence"]
    }
