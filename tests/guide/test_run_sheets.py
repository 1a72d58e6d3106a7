"""A run sheet's minutes add up and suffice, its questions exist, and no part of it is missing."""

import re
from pathlib import Path

import pytest
from questions import texts
from small_guide import ROOT, build_changed, session_text, text_of

from groundwork.authoring.guide import shape
from groundwork.authoring.guide.shared import SAID
from groundwork.authoring.guide.step import read_step
from groundwork.authoring.guide.stops import FORMS, read_stops
from groundwork.authoring.source import course, reader
from groundwork.authoring.source.page import Prose
from groundwork.cohort.guide_forms import LEFT_OUT, ON_ONE_PAGE
from groundwork.cohort.told import forms
from groundwork.learner.questions import KINDS, Question

SHEETS = [path for path, kind in course.guide_texts(ROOT).items() if kind == "session"]
ASKED = re.compile(r"\{\{ (\w+) \| (?:prompt|vote|answers|wrong|sheet|number|points) \}\}")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_the_minutes_of_each_form_add_up(path: Path) -> None:
    page, _ = reader.read(path)
    step = read_step(ROOT, path.stem)
    assert step is not None
    found: list[str] = []
    stops = read_stops(page, step, lambda _line, said: found.append(said))
    assert found == []
    for form, length in enumerate(FORMS):
        assert sum(stop.minutes[form] for stop in stops) == length
        assert [stop.begins[form] for stop in stops] == [
            sum(each.minutes[form] for each in stops[:at]) for at in range(len(stops))
        ]
        assert all(stop.needs(step, form) <= stop.minutes[form] for stop in stops)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_words_to_say_are_said_in_each_form_as_they_stand(path: Path) -> None:
    """What one form alone says stands below them, where printing for a form can leave it out."""
    text = path.read_text(encoding="utf-8")
    said = [line for line in text.splitlines() if line.startswith("> ")]
    of_a_form = re.compile(r"\b(?:60|90|120)\}?[- ](?:minutes?|and)\b")
    assert [line for line in said if of_a_form.search(line)] == []
    assert not re.search(r"\b(?:shorter|longer) forms?\b", text)


COMPUTES = re.compile(r"^> .*\b(?:Divide|Multiply|Subtract|Add up|Work out|Compute)\b", re.M)
RESULT = re.compile(r"\d (?:percent|dollars|times)|[$%]")


def test_what_a_room_is_told_to_compute_stands_in_no_option_of_its_vote() -> None:
    sheets = [ROOT / "facilitator_guide" / "sessions" / path.name for path in SHEETS]
    stops = [s for p in sheets for s in p.read_text(encoding="utf-8").split("\n### ")]
    computing = [stop for stop in stops if COMPUTES.search(stop)]
    assert computing
    for stop in computing:
        vote = stop.partition("What the page says:")[0]
        options = re.findall(r"^- \*\*[A-Z]\.\*\* .+$", vote, re.MULTILINE)
        assert options
        assert [each for each in options if RESULT.search(each)] == []


def test_the_parts_of_a_stop_add_up_to_its_minutes() -> None:
    sheets = [ROOT / "facilitator_guide" / "sessions" / path.name for path in SHEETS]
    stops = [s for p in sheets for s in p.read_text(encoding="utf-8").split("\n### ")]
    told = [stop for stop in stops if "| Part |" in stop]
    assert len(told) > 12
    cell = rf"(\d+|{LEFT_OUT})"
    for stop in told:
        parts = stop.partition("| Part |")[2].partition("\n\n")[0]
        rows = re.findall(rf"^\| .+ \| {cell} \| {cell} \| {cell} \|$", parts, re.MULTILINE)
        minutes = [[int(each.replace(LEFT_OUT, "0")) for each in row] for row in rows]
        (clock,) = re.findall(r"^\| the clock \|.+$", stop, re.MULTILINE)
        whole = re.findall(rf"(?:\((\d+) minutes\)|{LEFT_OUT})", clock)
        wanted = [int(each or 0) for each in whole]
        assert [sum(each) for each in zip(*minutes, strict=True)] == wanted, stop


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_question_that_is_named_exists(path: Path) -> None:
    step = read_step(ROOT, path.stem)
    assert step is not None
    page, _ = reader.read(path)
    text = "\n".join(cell.text for cell in page.cells if isinstance(cell, Prose))
    named = set(ASKED.findall(text))
    assert len(named) > 2
    assert named <= step.questions.keys()


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_run_sheet_works_alone_begins_with_a_vote_and_names_what_stays_off_the_screen(
    path: Path,
) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"\| vote \}\}", text)
    assert "**What the split means.**" in text
    assert re.search(r"^### Break$", text, re.MULTILINE)
    never = text.partition("## Never on a shared screen")[2].partition("\n## ")[0]
    assert "reflection" in never and "counts of votes, in any group" in never


# What every run sheet says, in the wording of all pages.
EVERYWHERE = ("keep", "handouts", "load", "split", "break", "bring")
# A sheet that says so sends home what is a record, counts who differs, moves those who cannot
# easily move, or promises what the notice denies.
DENIED = re.compile(
    r"\blet it go home|take the page with you|(?:four |the )counts on the board|slips or more"
    r"|Leave the room, all|it goes to nobody|(?:one letter|sentence) (?:under|below)"
    r"|for HR, without a name|unless you tell me not to|close to nobody",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_run_sheet_keeps_and_counts_as_the_guide_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name in EVERYWHERE:
        assert f"{{{{ course | {name} }}}}" in text, name
    built = course.guide_page_of(path).read_text(encoding="utf-8")
    assert [found[0] for found in DENIED.finditer(built)] == []


@pytest.mark.parametrize(
    "words",
    [
        "With 10 slips or more, write the counts on the board.",
        "Each belongs to its writer, so let it go home.",
        "I will note it for HR, without a name, unless you tell me not to.",
        "It is not a grade, and it goes to nobody.",
    ],
)
def test_a_sheet_that_denies_the_notice_is_found(words: str) -> None:
    assert DENIED.search(words)


ALOUD = 130  # words that are read aloud in a minute, so that a room can follow


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_what_is_said_at_a_stop_takes_half_of_its_minutes_at_most(path: Path) -> None:
    page, _ = reader.read(path)
    step = read_step(ROOT, path.stem)
    assert step is not None
    built = course.guide_page_of(path).read_text(encoding="utf-8")
    for stop in read_stops(page, step, lambda _line, said: None):
        words = built.partition(f"\n### {stop.title}\n")[2].partition("\n### ")[0]
        said = re.search(r"\*\*Say\.\*\*\n\n((?:>.*\n)+)", words)
        spoken = len(re.findall(r"[\w'’-]+", said[1])) if said else 0
        assert spoken <= ALOUD * min(filter(None, stop.minutes)) / 2, stop.id


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_run_sheet_begins_with_the_session_on_one_page(path: Path) -> None:
    built = course.guide_page_of(path).read_text(encoding="utf-8")
    card = built.partition(f"## {ON_ONE_PAGE}\n")[2].partition("\n## ")[0]
    assert built.index(ON_ONE_PAGE) < built.index("## At a glance")
    page, _ = reader.read(path)
    step = read_step(ROOT, path.stem)
    assert step is not None
    planned = read_stops(page, step, lambda _line, said: None)
    assert [stop.title for stop in planned] == re.findall(
        r"^\| ([^|]+?) \| (?=\d:|left)", card, re.M
    )
    assert card.count("**Ask:**") == len(planned) - 1  # all but the break
    for each in ("two", "split", "few", "pairing", "out"):
        assert SAID[each] in card
    for each in re.findall(r"^\d\. \*\*(.+?)\*\*", text_of("guide", "safety").read_text(), re.M):
        assert each in card


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("arrive: [5, 8, 10]", "arrive: [6, 8, 10]", "adds up to 61 minutes in the form of 60"),
        ("arrive: [5, 8, 10]", "arrive: [5, 8]", "write minutes for the three forms"),
        ("arrive: [5, 8, 10]", "came: [5, 8, 10]", "no cell with a heading is called so"),
        ("minutes: [13, 18, 24]", "minutes: [11, 18, 24]", "one person needs 12"),
        ("root-21: [0.6, 1, 1]", "root-12345: [0.6, 1, 1]", "the lesson has no such part"),
        ("root-21: [0.6, 1, 1]", "root-21: [0.6, 2, 1]", "how much, 0 to 1"),
        ("{{ attorney_line | vote }}", "{{ attorneys_line | vote }}", "there is no figure"),
        ("{{ attorney_line | vote }}", "{{ attorney_line | votes }}", "asks for the votes of"),
        ("{{ attorney_line_figures | letter }}", "{{ attorney_line_f | letter }}", "no figure"),
        ("## What to cut first", "## What to leave", "has no part “What to cut first”"),
        ('### "My family was poor too"', '**"My family was poor too"**', "2 headings under"),
        ("**Ask.** The prompts", "The prompts", "has **Ask.** 0 times"),
        ("**Never:** the guess", "Keep the guess", "says nowhere what is never cut"),
        ("> Welcome back.", f"> Welcome back{', and back' * 30}.", "words of “Arrive and agree”"),
        ("## Without laptops", "## Without laptops\n\nTODO", "is not finished: 'TODO'"),
        ("Do not walk along the rows.", "In 37 of 100 rooms it harms.", "37 in"),
        ("Do not walk along the rows.", "[Rows](rows.md).", "links to rows.md"),
        ("for: the two of you", "reader: the two of you", "has no for"),
        ("With the exercise, each", "{{ tenants_line | vote }} each", "inside a line"),
        ("owe: When", "owed: When", "has no owe"),
        (
            "{{ attorney_line | vote }}",
            "{{ attorney_line | prompt }}",
            "options stand nowhere above",
        ),
        ("## Without laptops\n", "## Without laptops\n\n:::{reflect} me\nx\n:::\n", "no prose"),
    ],
)
def test_what_is_wrong_in_a_run_sheet_is_told(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = session_text()
    assert old in text
    _, faults = build_changed(tmp_path, text.replace(old, new, 1))
    assert any(said in fault for fault in faults), faults


def test_a_run_sheet_without_a_lesson_is_told(tmp_path: Path) -> None:
    build_changed(tmp_path, session_text())
    text = tmp_path / "facilitator_guide" / "text" / "sessions" / "77_none.md"
    text.write_text(session_text(), encoding="utf-8")
    from groundwork.authoring.guide import page

    _, faults = page.build(text, "session", tmp_path)
    assert any("is for a lesson 77_none, and there is none" in fault.said for fault in faults)


def test_words_taken_from_a_lesson_bring_their_sources(tmp_path: Path) -> None:
    text = text_of("handout").read_text(encoding="utf-8")
    changed = text.replace("levels: root-10-levels", "levels: root-09", 1)
    assert changed != text
    _, faults = build_changed(tmp_path, changed, "handout")
    assert any("names El-Sayed and others 2015" in fault for fault in faults), faults


def test_the_parts_are_those_that_a_session_needs() -> None:
    assert len(shape.PARTS) == len(set(shape.PARTS)) == 10


def every_question() -> list[Question]:
    """Return the questions of the course's run sheets, and one of each kind."""
    steps = [read_step(ROOT, path.stem) for path in SHEETS]
    found = [question for step in steps if step for question in step.questions.values()]
    written = [texts.EVERY, texts.TABLE, texts.TEXT, texts.FLAW, texts.CARD]
    for text in written:
        found += texts.sheet(text)[0].questions
    return [*found, *texts.sheet(texts.GUESS, graded=False)[0].questions]


@pytest.mark.parametrize("form", forms.FORMS)
def test_every_question_can_be_said_in_every_form(form: str) -> None:
    asked = every_question()
    assert {question.kind for question in asked} == set(KINDS)
    assert {kind.kind for kind in forms.KINDS} == set(KINDS) - {"code"}  # code is nobody's on paper
    for question in asked:
        said = forms.FORMS[form](question)
        assert "](" not in said and "\n\n\n" not in said
        assert said.strip() or form == "wrong"  # where nothing is wrong, nothing is said


def test_a_sheet_of_paper_holds_no_key_and_no_reply() -> None:
    for question in every_question():
        sheet = forms.FORMS["sheet"](question)
        data = question.to_json()
        named = ("options", "parts", "items", "rows", "fields", "cells")
        replies = [data.get("why", ""), data.get("other", "")]
        lists = [data.get(name) for name in named]
        for each in [one for some in lists if isinstance(some, list) for one in some]:
            if isinstance(each, dict):
                replies += [each.get("reply", ""), *each.get("replies", {}).values()]
                replies += [one.get("reply", "") for one in each.get("options", [])]
        assert not any(reply and reply in sheet for reply in replies), question.id


def test_tables_are_said_with_blanks_on_paper_and_filled_for_the_facilitator() -> None:
    kinds = {question.kind: question for question in every_question()}
    for kind in ("sort", "match", "matrix", "card", "table"):
        assert "| |" in forms.FORMS["sheet"](kinds[kind]), kind
        assert "| |" not in forms.FORMS["answers"](kinds[kind]), kind
    assert "All who asked at least 30 days ago" in forms.FORMS["answers"](kinds["card"])
    assert "☐ **A.**" in forms.FORMS["sheet"](kinds["flaw"])
    assert "is a flaw" in forms.FORMS["answers"](kinds["flaw"])
