"""The questions of one text together: no id twice, points where they count, a rubric for a reader.

What a text promises of its questions ("ten questions", "18 points") it takes from here, so that no
promise is typed beside what it promises; see :func:`promises`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from groundwork.authoring.questions import READERS, read
from groundwork.authoring.questions.write import Rubric, read_rubric, with_rubric
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import CodeQuestion, Computed, Number, Question, Write
from groundwork.learner.questions.catalog import Catalog, parts, text_of
from groundwork.subject.causes import NUMBERS

RUBRIC = "mark-scheme"
KINDS = (*READERS, RUBRIC)


@dataclass(frozen=True)
class Sheet:
    """The questions of a text, in order, and the mark schemes by question."""

    questions: tuple[Question, ...] = ()
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)

    def catalog(self, name: str) -> str:
        """Return the text of the catalog that belongs beside the notebook."""
        return text_of(Catalog(name, self.questions))

    def question(self, id: str) -> Question | None:
        """Return a question by its id; None when its block could not be read."""
        return next((each for each in self.questions if each.id == id), None)


def read_sheet(blocks: Iterable[Block], report: Report, *, graded: bool) -> Sheet:
    """Read every question of a text; blocks of other kinds are passed over.

    Parameters
    ----------
    report
        Called with the line and a sentence for each fault.
    graded
        Whether the text is an exercise, where each question has points or a rubric; a lesson's
        questions have neither.
    """
    asked = [block for block in blocks if block.kind in READERS]
    schemes = [block for block in blocks if block.kind == RUBRIC]
    lines: dict[str, int] = {}
    for block in asked:
        if block.name in lines:
            report(block.line, f"asks {block.name}, which line {lines[block.name]} asks already")
        lines.setdefault(block.name, block.line)
        _check_points(block, graded, report)
    rubrics: dict[str, Rubric] = {}
    for block in schemes:
        if block.name in rubrics:
            report(block.line, f"is a second mark scheme of {block.name}")
        if rubric := read_rubric(block, report):
            rubrics[block.name] = rubric
    found = {block.name: question for block in asked if (question := read(block, report))}
    written = {id for id, question in found.items() if isinstance(question, Write)}
    for block in schemes:
        if block.name not in written:
            report(block.line, f"is a mark scheme, and no {{write}} is named {block.name}")
    for id in sorted(written - {block.name for block in schemes}):
        report(lines[id], f"is written for a person: write a {{{RUBRIC}}} {id} below it")
    questions = tuple(
        with_rubric(each, rubrics[each.id])
        if isinstance(each, Write) and each.id in rubrics
        else each
        for each in found.values()
    )
    ids = [each.id for question in questions for each in (question, *parts(question))]
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        report(lines.get(id, 1), f"has the id {id}, which a part of a written question has too")
    return Sheet(questions, rubrics)


def _check_points(block: Block, graded: bool, report: Report) -> None:
    has = "points" in block.options
    needs = graded and block.kind not in ("guess", "text", "write")
    if needs and not has:
        report(block.line, f"gives no points: write :points: 1 under {block.name}, or more")
    if has and not graded:
        line = block.options["points"].line
        report(line, "gives points in a lesson, where nothing is graded")


def promises(questions: Iterable[Question]) -> dict[str, str]:
    """Return what a text may promise of its questions, by name.

    "questions" (how many, in words), "points" (all), "machine_points", "reader_points", "checked"
    and "written" (their numbers in the page's order), "with_code", and "number_ID" for each.
    """
    asked = list(questions)
    numbers = {each.id: place for place, each in enumerate(asked, start=1)}
    written = [numbers[each.id] for each in asked if isinstance(each, Write)]
    coded = [
        numbers[each.id]
        for each in asked
        if isinstance(each, Number | CodeQuestion | Computed) and each.codes
    ]
    machine = sum(each.points for each in asked)
    reader = sum(each.reader_points for each in asked if isinstance(each, Write))
    count = len(asked)
    words = [*NUMBERS, "Ten", "Eleven", "Twelve"]
    return {
        "questions": words[count].lower() if count < len(words) else str(count),
        "points": str(machine + reader),
        "machine_points": str(machine),
        "reader_points": str(reader),
        "checked": spoken([each for each in numbers.values() if each not in written]),
        "written": spoken(written),
        "with_code": spoken(coded),
        **{f"number_{id}": str(number) for id, number in numbers.items()},
    }


def spoken(numbers: list[int]) -> str:
    """Say whole numbers as a page does: "1 to 9", "5 and 6", "1, 3 and 7"."""
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]} to {numbers[-1]}"
    *most, last = [str(number) for number in numbers] or [""]
    return f"{', '.join(most)} and {last}" if most else last
