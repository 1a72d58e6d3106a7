"""The stops of a session: how many minutes each takes in each of its forms, and what must fit.

In the head of a run sheet stands, for each stop by the id of its cell, a list of minutes in the
forms of 60, 90 and 120 minutes, or that list with what is done there alone::

    stops:
      arrive: [5, 10, 10]
      own: {minutes: [15, 25, 35], alone: {start-17-rate: [0.2, 0.4, 1]}}

`alone` names parts of the lesson, each with how much of it is done in each form. The minutes of the
stop must be enough for that by the lesson's own count.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from groundwork.authoring.guide.step import Step
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.near import near
from groundwork.authoring.source.page import Page
from groundwork.cohort.guide_forms import CLOCK, COLUMNS, FORMS, LEFT_OUT

ONE = "one person needs, by the lesson's count"


@dataclass(frozen=True)
class Stop:
    """One stop.

    Attributes
    ----------
    id, title
        The cell of its heading, and the heading.
    minutes
        Its minutes in each form; 0 where the form leaves it out.
    begins
        The minute at which it begins in each form.
    alone
        For each part of the lesson that is done in it: how much of it, in each form.
    """

    id: str
    title: str
    minutes: tuple[int, ...]
    begins: tuple[int, ...]
    alone: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def needs(self, step: Step, form: int) -> int:
        """Return the minutes that one person needs for it in a form, by the lesson's count."""
        parts = (share[form] * step.parts.get(part, 0) for part, share in self.alone.items())
        return math.ceil(sum(parts))

    def told(self, step: Step) -> str:
        """Say from when to when it goes in each form, and what one person needs, as a table."""
        clocks = [
            f"{clock(begin)} to {clock(begin + minutes)} ({minutes} minutes)"
            if minutes
            else LEFT_OUT
            for minutes, begin in zip(self.minutes, self.begins, strict=True)
        ]
        rows = [("the clock", clocks)]
        if self.alone:
            needs = [
                f"{self.needs(step, form)} minutes" if self.minutes[form] else LEFT_OUT
                for form in range(len(FORMS))
            ]
            rows.append((ONE, needs))
        return "\n".join(
            [
                "Clock:",
                "",
                f"| {' | '.join([CLOCK, *COLUMNS])} |",
                f"|{' --- |' * (1 + len(FORMS))}",
                *(f"| {' | '.join([name, *cells])} |" for name, cells in rows),
            ]
        )


def read_stops(page: Page, step: Step, report: Report) -> list[Stop]:
    """Return the stops of a page, and report minutes that do not add up or do not suffice."""
    said = page.head.get("stops")
    line = page.lines.get("stops", 1)
    if not isinstance(said, dict) or not said:
        report(line, "says no stops: write stops: and under it the minutes of each")
        return []
    titles = {cell.id: heading for cell in page.cells if (heading := _heading(cell))}
    found: list[Stop] = []
    begins = [0] * len(FORMS)
    for name, entry in said.items():
        wanted = entry if isinstance(entry, dict) else {"minutes": entry}
        minutes = _per_form(wanted.get("minutes"), int)
        if minutes is None or set(wanted) - {"minutes", "alone"}:
            report(line, f"says {entry!r} for {name}: write minutes for the three forms")
            continue
        if name not in titles:
            report(line, f"has a stop {name}, and no cell with a heading is called so")
        alone = _alone(name, wanted.get("alone") or {}, step, line, report)
        stop = Stop(str(name), titles.get(name, str(name)), minutes, tuple(begins), alone)
        _check_enough(stop, step, line, report)
        found.append(stop)
        begins = [begin + each for begin, each in zip(begins, minutes, strict=True)]
    for length, total in zip(FORMS, begins, strict=True):
        if total != length:
            report(line, f"adds up to {total} minutes in the form of {length}")
    return found


def table(stops: list[Stop]) -> str:
    """Return the stops as a table: when each begins in each form, and its minutes."""
    rows = [f"| Stop | {' | '.join(COLUMNS)} |", f"|{' --- |' * (1 + len(FORMS))}"]
    for stop in stops:
        rows.append(f"| {' | '.join([stop.title, *clocks(stop)])} |")
    return "\n".join([*rows, f"| End | {' | '.join(clock(length) for length in FORMS)} |"])


def clocks(stop: Stop) -> list[str]:
    """Return when a stop begins in each form, with its minutes."""
    return [
        f"{clock(begin)} ({minutes})" if minutes else LEFT_OUT
        for minutes, begin in zip(stop.minutes, stop.begins, strict=True)
    ]


def clock(minutes: int) -> str:
    """Return minutes as a clock that began at 0:00."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def _heading(cell: Any) -> str:
    first = str(getattr(cell, "text", "")).split("\n", 1)[0]
    return first.lstrip("#").strip() if first.startswith("### ") else ""


def _per_form(said: Any, kind: type[int] | type[float]) -> tuple[Any, ...] | None:
    if not isinstance(said, list) or len(said) != len(FORMS):
        return None
    if not all(isinstance(each, (int, kind)) for each in said) or min(said) < 0:
        return None
    return tuple(said)


def _alone(
    name: str, said: Mapping[str, Any], step: Step, line: int, report: Report
) -> dict[str, tuple[float, ...]]:
    found = {}
    for part, shares in said.items():
        each = _per_form(shares, float)
        if part not in step.parts:
            report(
                line, f"has {name} do {part}: the lesson has no such part{near(part, step.parts)}"
            )
        elif each is None or max(each) > 1:
            report(line, f"says {shares!r} for {part}: write how much, 0 to 1, for three forms")
        else:
            found[part] = each
    return found


def _check_enough(stop: Stop, step: Step, line: int, report: Report) -> None:
    for form, length in enumerate(FORMS):
        needs = stop.needs(step, form)
        if stop.minutes[form] and needs > stop.minutes[form]:
            report(
                line,
                f"gives {stop.id} {stop.minutes[form]} minutes in the form of {length}, and one "
                f"person needs {needs} by the lesson's count: give more, or do less of it",
            )
