"""A name or a text of a learner moves no cursor, hides nothing and forges no line on any screen."""

import csv
import io
import json
import os
import re
import zipfile
from pathlib import Path

import pytest
from hand_ins import NAME, SOLUTION, answers, hand_in
from laid_out import in_memory, lay, packed, take

from groundwork.cohort.begin import new
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.roster import Person, read
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(os.name == "nt", reason="no file there has such a name"),
]
EVIL = "\x1b]0;OWNED\x07\x9b31m\u202e\u2066x"
LINE = "  Bo Doe (bo): graded. 12 of 12 by the program, 6 of 6 read."
FORGED = f"x\n{LINE}\n\x1b[8m"
MOVES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def said(capsys: pytest.CaptureFixture[str], cohort: Cohort, *words: object) -> str:
    main(["cohort", str(words[0]), str(cohort.root), *map(str, words[1:])])
    found = capsys.readouterr()
    return found.out + found.err


def test_no_command_and_no_part_of_the_console_shows_what_moves_a_screen(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = lay(
        tmp_path / "in",
        {
            f"ana/{FILE}": answers(SOLUTION, exercise=FORGED),
            f"cy{EVIL}/{FILE}": answers(SOLUTION, exercise=EVIL),
            f"bo/{EVIL}.ipynb": b"{}",
            f"bo/answers ({EVIL}).json": answers(SOLUTION),
            f"ed/{EVIL}.7z": b"",
            f"ed{EVIL}.zip": in_memory({f"{EVIL}.py": b"", f"n/{EVIL}.docx": b""}),
        },
    )
    (inbox / f"{EVIL}link.ipynb").symlink_to(inbox)
    with zipfile.ZipFile(inbox / "deep.zip", "w") as archive:
        archive.writestr("ed/" + "n/" * 3000 + "x.docx", b"")
    told = [
        said(capsys, cohort, "collect", inbox, "--yes", "--exercise", NAME),
        said(capsys, cohort, "grade"),
        said(capsys, cohort, "status"),
        said(capsys, cohort, "feedback"),
    ]
    for each in told:
        assert each and MOVES.findall(each) == []
        assert LINE not in each.splitlines(), "no line of ours is a learner's"
        assert max(map(len, each.splitlines())) < 1500
    console = Console(cohort)
    found = json.dumps(console.respond("look", {"exercise": NAME}), ensure_ascii=False)
    assert "another exercise" in found and MOVES.findall(found) == []


def test_no_table_holds_what_turns_a_cell(cohort: Cohort, tmp_path: Path) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION, exercise=EVIL)})
    assert main(["cohort", "export", str(cohort.root), NAME]) == 0
    text = (cohort.root / f"{NAME}_plain.csv").read_text(encoding="utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        assert MOVES.findall("".join(row)) == []


def test_no_roster_brings_one(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text(
        "id,name\n7,\u202eJane\x1b[2J Doe\u2069\n", encoding="utf-8"
    )
    people = read(tmp_path / "staff.csv")
    assert people == [Person("7", "Jane[2J", "Doe")]
    assert new(tmp_path / "w", "W", people, "UTC")


def test_a_question_about_such_a_name_can_be_agreed_to(cohort: Cohort, tmp_path: Path) -> None:
    """What is asked and what is answered are the same words."""
    at = packed(tmp_path / "in.zip", {f"Doe, Ana {EVIL}/{FILE}": answers(SOLUTION)})
    (line,) = take(cohort, at, yes=False)
    assert line.question and MOVES.findall(line.question) == []
    (line,) = take(cohort, at)
    assert (line.person, line.state) == ("ana", "taken")
