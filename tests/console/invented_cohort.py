"""A cohort of 24 invented people, and what they hand in to any exercise of the course."""

import io
import json
import zipfile
from collections.abc import Sequence

from course_exercises import NOTEBOOKS, asked, judged, solution

from groundwork.cohort.roster import Person
from groundwork.learner.questions import Write

FIRST = (
    "Ana Bo Cy Di Eve Flo Gus Hal Ida Jo Kim Lee Max Nell Ora Pat Quin Ray Sue Tom Uma Val Wes Zoe"
)
LAST = (
    "Lopez Li Day Ng Ortiz Fox Reed Hill Moss Park King Wade Cruz Bell Vega Webb Nash York Ross "
    "Lamb Snow Boyd Gray Shaw"
)
PEOPLE = [
    Person(f"{first}.{last}".lower(), first, last, f"{first}.{last}@example.gov".lower())
    for first, last in zip(FIRST.split(), LAST.split(), strict=True)
]
NAME = "01_root_causes"
AT = "2026-11-20T08:00:00Z"
HOSTILE = '<img src="x" onerror="document.title = \'taken\'"> **bold** $x$'


def roster() -> bytes:
    """The list as HR exports it."""
    lines = ["Name,Email", *(f"{each.first} {each.last},{each.email}" for each in PEOPLE)]
    return "\r\n".join(lines).encode()


def hand_in(name: str, number: int) -> bytes:
    """What the person of a number answers: each some question wrong, each words of their own."""
    source = NOTEBOOKS[name]
    values = solution(source)
    for place, (id, question) in enumerate(judged(source).items()):
        wrong = question.wrong_answers()
        if wrong and (number * 7 + place) % 5 < 2:
            values[id] = wrong[number % len(wrong)][0]
    for write in asked(source):
        if isinstance(write, Write):
            said = HOSTILE if number == 3 else PEOPLE[number].first
            values |= {part.id: f"{said} writes this for {part.name}." for part in write.parts}
    kept = {id: {"value": value, "at": AT} for id, value in values.items()}
    about = {"format": 2, "version": 2, "exercise": name, "handin": f"{number:032x}"}
    return json.dumps({**about, "answers": kept}).encode()


def arrived(name: str, *, named: bool, numbers: Sequence[int] = range(24)) -> bytes:
    """All hand-ins as a zip file; `named` as a learning system names them, else by no name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for number in numbers:
            who = PEOPLE[number]
            start = f"{who.last}{who.first}_{number}_71_".lower() if named else f"{number}/"
            packed.writestr(f"{start}answers.json", hand_in(name, number))
    return content.getvalue()
