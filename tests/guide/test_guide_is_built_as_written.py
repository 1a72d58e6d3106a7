"""Every page of the guide is what its text builds from lessons, exercises and sources."""

import json
import shutil
from pathlib import Path

import pytest
from small_guide import NAME, ROOT, text_of

from groundwork.authoring.guide import page
from groundwork.authoring.source import course
from groundwork.authoring.write import write_texts
from groundwork.learner.questions import catalog

TEXTS = course.guide_texts(ROOT)
ADVICE = "Change the text, then type: python3 start.py write"


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_is_what_its_text_builds(text: Path) -> None:
    made, faults = page.build(text, TEXTS[text], ROOT)
    assert faults == []
    assert course.guide_page_of(text).read_text(encoding="utf-8") == made, ADVICE


def test_no_page_stands_without_a_text() -> None:
    built = {course.guide_page_of(text) for text in TEXTS}
    folder = ROOT / course.GUIDE
    found = {path for path in folder.rglob("*.md") if "text" not in path.parts}
    assert found == built


def test_every_run_sheet_has_its_lesson_its_handout_and_a_page_for_supervisors() -> None:
    sessions, handouts, supervisors, lessons = (
        {path.stem for path in paths}
        for paths in (
            [path for path, kind in TEXTS.items() if kind == "session"],
            [path for path, kind in TEXTS.items() if kind == "handout"],
            [path for path, kind in TEXTS.items() if kind == "supervisor"],
            [path for path, kind in course.texts(ROOT).items() if kind == "lesson"],
        )
    )
    assert sessions == handouts == supervisors
    assert sessions <= lessons


@pytest.fixture
def other_course(tmp_path: Path) -> Path:
    """A copy of what run sheet 01 is built from."""
    for folder in (f"exercises/{NAME}", "modules", "datasets", "facilitator_guide/text"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def rebuilt(root: Path, kind: str = "session") -> str:
    made, faults = page.build(root / text_of(kind).relative_to(ROOT), kind, root)
    assert faults == []
    return made


def test_a_question_that_changes_changes_run_sheet_and_handout(other_course: Path) -> None:
    before = rebuilt(other_course), rebuilt(other_course, "handout")
    path = other_course / "modules" / "catalogs" / f"{NAME}.json"
    asked = catalog.read(path)
    data = json.loads(path.read_text(encoding="utf-8"))
    for question in asked.questions:
        if question.id == "attorney_line":
            changed = question.to_json() | {"prompt": "Which of these moves power?"}
            data["questions"]["attorney_line"] = catalog._covered(question.from_json(changed))
    path.write_text(json.dumps(data), encoding="utf-8")
    after = rebuilt(other_course), rebuilt(other_course, "handout")
    assert before != after
    assert all("Which of these moves power?" in each for each in after)


def test_minutes_and_objectives_of_a_lesson_that_changes_reach_the_run_sheet(
    other_course: Path,
) -> None:
    path = other_course / "modules" / f"{NAME}.ipynb"
    content = path.read_text(encoding="utf-8")
    content = content.replace("sort causes into five levels", "sort causes into levels")
    data = json.loads(content)
    minutes = data["metadata"]["groundwork"]["minutes"]
    minutes["do"] += 7
    alone = sum(minutes[work] for work in ("read", "do", "reflect"))
    path.write_text(json.dumps(data), encoding="utf-8")
    made = rebuilt(other_course)
    assert "- sort causes into levels, from policy to the person" in made
    assert f"takes one person about {alone} minutes" in made


def test_a_text_with_a_fault_leaves_its_page_as_it_was(other_course: Path) -> None:
    text = other_course / text_of("session").relative_to(ROOT)
    stored = course.guide_page_of(text)
    stored.parent.mkdir(exist_ok=True)
    stored.write_text("as it was", encoding="utf-8")
    text.write_text(text.read_text(encoding="utf-8") + "\nAbout 37 of them.\n", encoding="utf-8")
    (done,) = write_texts({text: "session"}, other_course)
    assert [fault.said[:2] for fault in done.faults] == ["37"]
    assert stored.read_text(encoding="utf-8") == "as it was"
