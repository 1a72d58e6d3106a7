"""The page of a judged hand-in, as nbgrader keeps it under ``autograded``.

It is made from the released notebook, so every cell that nbgrader grades is there once and as it
was released. All that came from a learner stands in outputs of plain text, or as code: nothing of
it is Markdown or HTML, in a page or in feedback made from it.
"""

import copy
import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groundwork.cohort.frozen import Cell, Frozen, called, grade_id, is_task
from groundwork.cohort.handed_in import Answers
from groundwork.cohort.sandbox import Ran
from groundwork.cohort.written import Written
from groundwork.learner.former import in_words
from groundwork.learner.outcome import Outcome, said
from groundwork.learner.questions import Computed, Question, Text

WIDTH = 88  # letters in a row of formgrader's page
NOTHING = "(nothing)"  # was marked, or chosen
OF_THE_HAND_IN = "# About this hand-in"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ODD = "# Text that the learner put into other cells"
# What nbgrader's feedback marks as failed; the names are those that a check cell raises.
RAISED = {
    "Not yet": "NotYetError",
    "Not answered": "NotAnsweredError",
    "Not complete": "NotCompleteError",
}


def write(
    exercise: Frozen,
    given: Answers,
    found: Written,
    outcomes: Mapping[str, Outcome],
    points: Mapping[str, float | None],
    lines: Sequence[str],
    ran: Ran,
) -> dict[str, Any]:
    """Return the notebook for whoever reads a hand-in.

    Parameters
    ----------
    outcomes, points
        Of each check cell, by its name.
    lines
        What is to be said of the hand-in as a whole.
    ran
        What came of the learner's code.
    """
    notebook = copy.deepcopy(dict(exercise.notebook))
    gave = dict(_gave(found, ran))
    cells = [
        _cell(cell, exercise, given, found, outcomes, points, gave) for cell in notebook["cells"]
    ]
    if lines:
        about = [f"{line.rstrip('.')}." for line in lines]
        cells.insert(0, _shown("groundwork-about", OF_THE_HAND_IN, "\n".join(about)))
    if found.odd:
        between = f"\n{'-' * 40}\n"
        cells.append(_shown("groundwork-odd", ODD, between.join(found.odd)))
    notebook["cells"] = cells
    return notebook


def text_of(notebook: Mapping[str, Any]) -> str:
    """Return a notebook as its file holds it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def plain(text: str) -> str:
    """Return text that every file can hold: no control characters, no halves of letters.

    Marks that turn the direction of writing go too: with them a page shows another text than it
    holds.
    """
    whole = text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8")
    return UNSEEN.sub(" ", whole)


def wrapped(text: str) -> str:
    """Break long lines as a page of nbgrader's does not, each set in as far as it begins."""
    lines = []
    for each in text.splitlines():
        line = each.expandtabs(4).rstrip()
        start = line[: len(line) - len(line.lstrip())][:8]
        is_long = len(line) > WIDTH
        lines += textwrap.wrap(line, WIDTH, subsequent_indent=start) if is_long else [line]
    return "\n".join(lines)


def asked_of(question: Question, entry: Mapping[str, Any]) -> Question:
    """Return a question as whoever answered had it before them: with the numbers of theirs."""
    if isinstance(question, Computed):
        variant = question.answered(str(entry.get("numbers", "")))
        return question.at(variant) if variant else question
    return question


def answer_in_words(question: Question, entry: Mapping[str, Any], who: str = "") -> str:
    """Return an answer with the words of what was chosen in place of its names.

    It begins with what was done, so that nobody takes what was marked as flawed for a statement.

    Parameters
    ----------
    who
        "You" on a page for whoever answered; then the question stands there by itself.
    """
    asked = asked_of(question, entry)
    lines = _lines(entry["value"], asked.asked()) or [NOTHING]
    head = f"{asked.prompt}\n" if asked is not question and not who else ""
    did = f"{who} {question.did}".strip()
    return f"{head}{said(did[0].upper() + did[1:], chr(10).join(lines))}"


def _lines(value: Any, asked: Mapping[str, Any]) -> list[str]:
    words = _words(asked)
    if not isinstance(value, Mapping):
        return [_in_words(each, words) for each in (value if isinstance(value, list) else [value])]
    parts = {**asked.get("fields", {}), **asked.get("cells", {})}  # of a card, and of a table
    found = []
    for key, each in value.items():
        part = parts.get(key, {})
        name = part.get("label") or part.get("prompt") or in_words(key, words)
        told = _in_words(each, {**words, **part.get("options", {})})
        found.append(f"{name} {told}" if name.endswith("?") else f"{name.rstrip('.')}: {told}")
    return found


def _in_words(value: Any, words: Mapping[str, str]) -> str:
    return f"{value:,.12g}" if isinstance(value, float) else in_words(value, words)


def _words(asked: Mapping[str, Any]) -> dict[str, str]:
    """Return what the names in an answer mean, from what the question asked."""
    found: dict[str, str] = {}
    for each in asked.values():
        if isinstance(each, Mapping):
            found |= {name: text for name, text in each.items() if isinstance(text, str)}
    return found


def _cell(
    cell: Cell,
    exercise: Frozen,
    given: Answers,
    found: Written,
    outcomes: Mapping[str, Outcome],
    points: Mapping[str, float | None],
    gave: Mapping[str, str],
) -> Cell:
    name = grade_id(cell)
    if name in found.code:
        cell["source"] = plain(found.code[name])
    if cell["cell_type"] == "code":
        cell["outputs"] = list(_outputs(cell, name, exercise, given, outcomes, points))
        if name in gave:
            cell["outputs"].append(_stream(gave[name]))
        cell["execution_count"] = None
    if name:
        _sign(cell, exercise)
    return cell


def _gave(found: Written, ran: Ran) -> Iterator[tuple[str, str]]:
    """Yield what running the cells of a name printed, the values after them, and their errors."""
    said: dict[str, list[str]] = {}
    for (name, _), values, printed, error in zip(
        found.cells, ran.values, ran.printed, ran.errors, strict=False
    ):
        if name in found.code:
            known = [f"{each} is {value}" for each, value in values.items() if value is not None]
            said.setdefault(name, []).extend([printed, *known, error])
    for name, parts in said.items():
        if text := "\n".join(filter(None, parts)):
            yield name, f"When this was run:\n{text}"


def _sign(cell: Cell, exercise: Frozen) -> None:
    """Set nbgrader's checksum: of the cell as its gradebook holds it, not as it was handed in."""
    from nbformat import from_dict
    from nbgrader.utils import compute_checksum

    if is_task(cell):
        cell["metadata"]["nbgrader"]["checksum"] = compute_checksum(from_dict(cell))


def _outputs(
    cell: Cell,
    name: str,
    exercise: Frozen,
    given: Answers,
    outcomes: Mapping[str, Outcome],
    points: Mapping[str, float | None],
) -> Iterator[dict[str, Any]]:
    if name in outcomes:
        yield from _told(outcomes[name], points[name] is None)
        return
    id = called(cell, "ask") if not name else ""
    if id in given.kept and id in exercise.ids():
        question = exercise.catalog.find(id)
        if not isinstance(question, Text):  # a text is shown whole where it is read
            yield _stream(answer_in_words(question, given.kept[id]))


def _told(each: Outcome, open: bool) -> Iterator[dict[str, Any]]:
    if each.said:
        yield _stream(each.said)
    if each.passed:
        return
    sentence = plain(f"{each.lead}: {each.reason}")
    if open:  # no error: nobody has judged it
        yield _stream(f"{sentence}\nA person decides about the points.")
        return
    yield {
        "output_type": "error",
        "ename": RAISED[each.lead],
        "evalue": plain(each.reason),
        "traceback": [wrapped(sentence)],
    }


def _stream(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": f"{wrapped(plain(text))}\n"}


def _shown(id: str, heading: str, text: str) -> Cell:
    return {
        "id": id,
        "cell_type": "code",
        "metadata": {},
        "execution_count": None,
        "source": heading,
        "outputs": [_stream(text)],
    }
