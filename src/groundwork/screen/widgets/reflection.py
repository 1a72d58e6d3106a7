"""A reflection: it lives on the page until the learner keeps it, and only they can read it then."""

from pathlib import Path
from typing import Any

from groundwork.learner import reflections
from groundwork.learner.public_record import REFLECTION
from groundwork.screen.widget import CourseWidget

CHANGED = (
    "You kept other words in another window. They stand above yours now. To keep both, press Keep "
    "once more."
)


class Reflection(CourseWidget):
    """A place to write that nobody scores, collects or sends.

    The text is no part of the widget's state. It goes to the page when the page asks, and comes to
    Python only when the learner presses *Keep*.

    Parameters
    ----------
    id
        The prompt's id, the name of the kept file.
    prompt
        What to think about: systems and practice, never a named person.
    lesson
        The lesson's name, for example "01_root_causes".
    """

    drawn_by = ("widgets/reflection.js",)

    def __init__(self, id: str, prompt: str, *, lesson: str, rows: int = 5) -> None:
        super().__init__(
            {"id": id, "prompt": prompt, "lesson": lesson, "rows": rows, "record": REFLECTION}
        )

    def words(self) -> str:
        """Return the prompt; the text is never part of it."""
        return f"Reflection {self.content['id']}: {self.content['prompt']}\n{REFLECTION}"

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show what is kept (`open`), keep the text (`keep`) or delete the file (`forget`).

        With `keep` the page sends the kept text that it knows of (`shown`). Words that another
        window kept since are given back, not replaced.
        """
        lesson, id = self.content["lesson"], self.content["id"]
        if action == "forget":
            return {"deleted": reflections.forget(lesson, id)}
        if action == "keep":
            found = reflections.read(lesson, id)
            if found and found.text not in (data["text"].strip(), (data["shown"] or "").strip()):
                return {"problem": CHANGED, "text": found.text}
            kept = reflections.keep(lesson, id, self.content["prompt"], data["text"])
            return {"where": _where(kept.path)}
        found = reflections.read(lesson, id)
        shown = {"text": found.text, "where": _where(found.path)} if found else {}
        asked = reflections.about(lesson, id)
        return {**shown, "problem": asked} if asked else shown


def _where(path: Path) -> str:
    """Name the file from the workspace on: my_work/reflections/..."""
    return "/".join(path.parts[-4:])
