"""Move something and see what follows: a few native controls, and words and tables that answer.

Nothing is right or wrong: a choice costs nothing to change. What is chosen comes back after a
restart, since the page remembers it; it is kept for good only where an activity does so.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from groundwork.learner.papers.model import Paragraph
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.blocks import Shown, as_plain

CHOICE, SLIDE, PERCENT = "choice", "slide", "percent"
_A_PERCENT = re.compile(r"(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)", re.ASCII)


@dataclass(frozen=True)
class Control:
    """Something to choose.

    Attributes
    ----------
    id, label
        Its name in the data, and on the screen.
    options
        What can be chosen, in order: the value, and its words.
    start
        The value chosen at first.
    kind
        "choice" is a list; "slide" is a slider, for options that lie on a line; "percent" is a
        list of quick choices beside a field for any percent from 0 to 100, whose value is typed.
    help
        One sentence below the label.
    group
        Controls of one group stand together under its words.
    follows, starts
        The control whose value decides where this one starts, and the start by that value. Whoever
        chooses there finds this one at its start again, and may then move it.
    kept
        Whether what is chosen is kept: then `start` is what is kept, and what the page remembers
        does not count.
    """

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    start: str = ""
    kind: str = CHOICE
    help: str = ""
    group: str = ""
    follows: str = ""
    starts: Mapping[str, str] = field(default_factory=dict)
    kept: bool = False

    def chosen(self, value: object, others: Mapping[str, object]) -> str:
        """Return a value that can be chosen; for any other the start, which others may decide."""
        if str(value) in dict(self.options):
            return str(value)
        if self.kind == PERCENT and isinstance(value, str) and _A_PERCENT.fullmatch(value):
            return value
        return self.starts.get(str(others.get(self.follows)), self.start)


class WhatIf(CourseWidget):
    """Controls, and what follows from them.

    Parameters
    ----------
    name
        Under which the page remembers what is chosen.
    title
        What the whole is, read at its beginning.
    controls
        What can be chosen.
    show
        Returns what follows from the values. A paragraph at its beginning is read aloud.
    now
        Returns the controls that there are now, where they follow a choice elsewhere on the page;
        the stored page and a printout show those given first. Call `turn` after such a choice.
    stored
        Returns what follows from the controls given first, whatever was chosen elsewhere since;
        needed beside `now`.
    keep
        Called with the name of a control that somebody moved, and its value.
    """

    drawn_by = ("widgets/blocks.js", "widgets/what_if.js")

    def __init__(
        self,
        name: str,
        title: str,
        controls: Sequence[Control],
        show: Callable[[Mapping[str, str]], Shown],
        now: Callable[[], Sequence[Control]] | None = None,
        stored: Callable[[Mapping[str, str]], Shown] | None = None,
        keep: Callable[[str, str], object] | None = None,
    ) -> None:
        self._controls, self._show, self._now = tuple(controls), show, now
        self._keep = keep
        self._stored = stored or show
        super().__init__(
            {
                "name": name,
                "title": title,
                "controls": _plain(self._controls),
                "follows": now is not None,
            }
        )

    def turn(self) -> None:
        """Show on every page the controls that there are now, and what follows from them."""
        self.send({"controls": _plain(self._controls_now())})

    def _controls_now(self) -> Sequence[Control]:
        return self._now() if self._now else self._controls

    def words(self) -> str:
        """Return what can be chosen, and in words what follows from the start."""
        lines = [f"{self.content['title']}. Choose, and see what follows."]
        for each in self._controls:
            lines.append(f"  {each.label}: {'; '.join(words for _, words in each.options)}")
        first = self._stored({each.id: each.start for each in self._controls})
        said = [block.text for block in first if isinstance(block, Paragraph)]
        return "\n".join([*lines, *said])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Return what follows from the chosen values."""
        controls = self._controls_now()
        if action == "open":
            return {"controls": _plain(controls)}
        sent = data.get("values")
        values = sent if isinstance(sent, Mapping) else {}
        chosen = {each.id: each.chosen(values.get(each.id), values) for each in controls}
        moved = data.get("moved")
        if self._keep and isinstance(moved, str) and moved in chosen:
            self._keep(moved, chosen[moved])
        return {"blocks": as_plain(self._show(chosen))}


def _plain(controls: Sequence[Control]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.id,
            "label": each.label,
            "options": [list(option) for option in each.options],
            "start": each.start,
            "kind": each.kind,
            "help": each.help,
            "group": each.group,
            "follows": each.follows,
            "starts": dict(each.starts),
            "kept": each.kept,
        }
        for each in controls
    ]
