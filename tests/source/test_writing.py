"""Writing a text stores its notebook whole or not at all, and runs code only where it changed."""

import re
from pathlib import Path

import pytest
import small_texts
from small_texts import EXERCISE, write_course

from groundwork.authoring import write
from groundwork.authoring.notebooks import read
from groundwork.authoring.refusal import refusal
from groundwork.authoring.source import course
from groundwork.authoring.watch import saved, watch
from groundwork.command.main import main
from groundwork.subject.errors import UserError

# It tells when it was run.
LESSON = small_texts.LESSON.replace("1 + 1", "import time\n\ntime.time()")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_course(tmp_path, lesson=LESSON)
    (tmp_path / "src").mkdir()
    return tmp_path


def write_lesson(root: Path, text: str = LESSON, *, again: bool = False) -> write.Written:
    path = root / "modules/01_job.md"
    path.write_text(text.replace("{{ q2 |", "{{ q2b |"), encoding="utf-8")
    return next(write.write_texts({path: "lesson"}, root, again=again))


def line_with(text: str, words: str) -> int:
    """The first line, from 1, that holds some words."""
    return next(at for at, line in enumerate(text.split("\n"), start=1) if words in line)


def shown(root: Path) -> str:
    """What the first cell of code showed when it was run: the time then."""
    cell = next(c for c in read(root / "modules/01_job.ipynb").cells if c.id == "compute")
    return str(cell.outputs[0].data["text/plain"])


def test_code_is_run_once_and_again_when_it_or_what_it_reads_changed(root: Path) -> None:
    done = write_lesson(root)
    assert (done.ran, done.faults) == (True, ())
    first = shown(root)
    done = write_lesson(root, LESSON.replace("Yours.", "Other words."))
    assert not done.ran
    assert shown(root) == first
    assert "Other words" in read(root / "modules/01_job.ipynb").cells[-1].source
    assert write_lesson(root, LESSON.replace("time.time()", "time.time() + 1")).ran
    assert shown(root) != first
    (root / "datasets/more.csv").write_text("a\n1\n", encoding="utf-8")
    assert write_lesson(root, LESSON.replace("time.time()", "time.time() + 1")).ran
    assert write_lesson(root, LESSON.replace("time.time()", "time.time() + 1"), again=True).ran
    assert not write_lesson(root, LESSON.replace("time.time()", "time.time() + 1")).changed


def test_a_text_with_faults_writes_nothing_and_tells_them_all(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = LESSON.replace("Yours.", "See [here](#nowhere).").replace(":id: compute\n", "")
    wrong = wrong.replace("{{ q2 |", "{{ q2b |")
    first, second = (line_with(wrong, each) for each in ("#nowhere", "{code-cell}"))
    (root / "modules/01_job.md").write_text(wrong, encoding="utf-8")
    assert main(["write", "01_job", "--course", str(root)]) == 1
    said = capsys.readouterr().out
    assert "modules/01_job.md: not written, 3 to mend" in said
    assert f"  modules/01_job.md:{first}: links to #nowhere" in said
    assert f"  modules/01_job.md:{first}: has a link whose words do not say where it goes" in said
    assert f"  modules/01_job.md:{second}: opens a cell of code without an id" in said
    assert "exercises/01_job/01_job.md: written" in said
    assert not (root / "modules/01_job.ipynb").exists()


def test_a_lesson_waits_for_its_exercise_whose_questions_it_counts(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "exercises/01_job/01_job.md"
    path.write_text(EXERCISE.replace("- [x]", "- [ ]"), encoding="utf-8")
    assert main(["write", "01_job", "--course", str(root)]) == 1
    said = capsys.readouterr().out
    assert "modules/01_job.md:1: waits for its exercise: mend what is wrong there" in said
    assert not (root / "modules/01_job.ipynb").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("do the job", []),
        ("do the jb", ["that 01_job.md does not have; did you mean do the job?"]),
        ("nonsense", ["says an objective that 01_job.md does not have. There are: do the job"]),
    ],
)
def test_the_objective_of_a_question_is_one_of_the_lesson(
    root: Path, said: str, told: list[str]
) -> None:
    listed = "**You will be able to**\n\n- do the job (exercise question 1)\n"
    lesson = LESSON.replace("**You will be able to** do the job.", listed)
    (root / "modules/01_job.md").write_text(lesson, encoding="utf-8")
    path = root / "exercises/01_job/01_job.md"
    text = EXERCISE.replace("{choose} q2b\n", f"{{choose}} q2b\n:objective: {said}\n")
    path.write_text(text, encoding="utf-8")
    faults = next(write.write_texts({path: "exercise"}, root)).faults
    assert len(faults) == len(told)
    assert all(each in fault.said for each, fault in zip(told, faults, strict=True))


def test_what_a_text_takes_is_told_and_what_is_as_before_is_counted(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["write", "01_job", "--course", str(root)]
    (root / "modules/01_job.md").write_text(LESSON.replace("{{ q2 |", "{{ q2b |"), encoding="utf-8")
    main(command)
    first = capsys.readouterr().out
    assert re.search(r"exercises/01_job/01_job.md: written \(.* s\); takes \d+\.\d minutes", first)
    assert re.search(r"modules/01_job.md: run, written \(.* s\); takes \d+\.\d minutes", first)
    main(command)
    assert "1 text as before." in capsys.readouterr().out
    monkeypatch.setattr("groundwork.authoring.exercise_minutes.SITTING", 0)
    assert main(command) == 1
    assert "a sitting has at most 0: shorten what is read" in capsys.readouterr().out


def test_an_unknown_name_is_answered_with_the_names_there_are(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["write", "01_jobs", "--course", str(root)]) == 1
    assert "did you mean 01_job? The texts here are: 01_job, how_it_works." in (
        capsys.readouterr().err
    )


def test_an_exercise_and_its_catalog_are_written_without_being_run(root: Path) -> None:
    path = root / "exercises/01_job/01_job.md"
    done = next(write.write_texts({path: "exercise"}, root))
    assert not done.ran
    assert {each.name for each in done.changed} == {"01_job.ipynb", "catalog.json"}
    cells = read(path.with_suffix(".ipynb")).cells
    assert all(cell.execution_count is None for cell in cells if cell.cell_type == "code")
    path.write_text(EXERCISE.split(":::{number}")[0].replace("{{ q1 |", "{{ x |"), encoding="utf-8")
    faults = next(write.write_texts({path: "exercise"}, root)).faults
    assert {fault.said for fault in faults} == {
        f"{{{{ x | {form} }}}}: there is no figure 'x'. There are: none."
        for form in ("number", "points", "promises")
    }
    assert path.with_name("catalog.json").is_file()


def test_a_built_notebook_is_not_saved_and_the_line_to_change_is_named(root: Path) -> None:
    write_lesson(root)
    path = "modules/01_job.ipynb"
    notebook = read(root / path)
    assert refusal(root, path, notebook) == (
        "Nothing to save: this page is built from modules/01_job.md, and its words did not change."
    )
    notebook.cells[-2].source = "1 + 3"
    line = line_with(LESSON, "import time")
    assert f"Make the change in line {line} there." in refusal(root, path, notebook)
    del notebook.cells[3:]
    line = line_with(LESSON, ":::{choose} level")
    assert f"Make the change in line {line} there." in refusal(root, path, notebook)
    next(write.write_texts({root / "exercises/01_job/01_job.md": "exercise"}, root))
    path = "exercises/01_job/01_job.ipynb"
    notebook = read(root / path)
    check = next(cell for cell in notebook.cells if cell.id == "q2-check")
    check.source = "print('right')"
    line = line_with(EXERCISE, ":::{choose} q2b")
    assert f"Make the change in line {line} there." in refusal(root, path, notebook)
    assert refusal(root, "other.ipynb", notebook) == ""


def test_a_saved_text_is_written_anew_and_others_are_let_be(root: Path) -> None:
    looks = iter(["", "words", "", "stop"])
    written: list[set[Path]] = []
    path = root / "modules/how_it_works.md"

    def sleep(_: float) -> None:
        look = next(looks)
        if look == "words":
            path.write_text("longer than before, and later", encoding="utf-8")
        if look == "stop":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(root, written.append, sleep=sleep)
    assert written == [{path}]
    assert root / "modules/01_job.md" in saved(root)


def test_names_of_texts_stand_for_lesson_and_exercise_alike(root: Path) -> None:
    found = course.named(root, "01_job")
    assert sorted(found.values()) == ["exercise", "lesson"]
    guide = root / "facilitator_guide" / "text"
    for place, text in (
        ("sessions/01_job.md", "Its run sheet"),
        ("sessions/02_other.md", "Another's"),
        ("all.md", "{{ course | lessons }}"),
    ):
        (guide / place).parent.mkdir(parents=True, exist_ok=True)
        (guide / place).write_text(text, encoding="utf-8")
    found = course.named(root, "01_job")
    assert sorted(found.values()) == ["exercise", "guide", "lesson", "session"]
    with pytest.raises(UserError, match="There is no text called 02"):
        course.named(root, "02")
