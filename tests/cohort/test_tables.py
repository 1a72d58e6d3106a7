"""Tables for a spreadsheet, Canvas and Moodle: each row as those systems read it."""

import pytest
from hand_ins import NAME

from groundwork.cohort.export import WRITERS, is_one
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.grading import NOT_YET, Standing
from groundwork.cohort.judge import GRADED, NOTHING, UNREAD
from groundwork.cohort.roster import Person


def standing(id: str, state: str, **more: object) -> Standing:
    person = Person(id, id.title(), "O'Hara, Jr", f"{id}@x.gov")
    return Standing(person, NAME, state, **more)  # type: ignore[arg-type]


@pytest.fixture
def rows(exercise: Frozen) -> list[Standing]:
    """One who was graded and read, and everybody who has no total."""
    ids = [each.id for each in exercise.checks.values() if each.points]
    by = dict.fromkeys(ids, 1.0)
    done = {"by_question": by, "practice": dict.fromkeys(ids, "done"), "most": 12, "read_most": 6}
    return [
        standing("ana", GRADED, points=11, read=4, **done),
        standing("bo", GRADED, points=11, waits=True, **done),
        standing("cy", UNREAD, line="It is empty; ask."),
        standing("di", NOT_YET),
        standing("eve", NOTHING, line="Ask whether help is needed."),
    ]


CANVAS = f"""Student,ID,SIS User ID,SIS Login ID,Section,{NAME}\r
    Points Possible,,,,,18\r
"O'Hara, Jr, Ana",,,ana,,15\r
"O'Hara, Jr, Bo",,,bo,,\r
"O'Hara, Jr, Cy",,,cy,,\r
"O'Hara, Jr, Di",,,di,,\r
"O'Hara, Jr, Eve",,,eve,,\r
"""
MOODLE = f"""ID number,Email address,{NAME},Feedback\r
ana,ana@x.gov,15,\r
bo,bo@x.gov,,\r
cy,cy@x.gov,,"It is empty, ask."\r
di,di@x.gov,,\r
eve,eve@x.gov,,Ask whether help is needed.\r
"""


@pytest.mark.parametrize(("kind", "text"), [("canvas", CANVAS), ("moodle", MOODLE)])
def test_a_total_that_is_not_known_is_an_empty_cell(
    exercise: Frozen, rows: list[Standing], kind: str, text: str
) -> None:
    assert WRITERS[kind](exercise, rows) == text


def test_a_table_for_a_spreadsheet_has_a_column_a_question(
    exercise: Frozen, rows: list[Standing]
) -> None:
    head, ana, bo, cy, di, eve = WRITERS["plain"](exercise, rows).splitlines()
    ids = [each.id for each in exercise.checks.values() if each.points]
    assert head.endswith(
        "state,what came of it,practice,points by the program,of,points by a reader,of,together,"
        + ",".join(ids)
    )
    count = len(ids)
    name = 'ana,Ana,"O\'Hara, Jr",ana@x.gov'
    assert ana == f"{name},graded,,{count} done,11,12,4,6,15{',1' * count}"
    assert bo.split("x.gov,")[1] == f"graded,,{count} done,11,12,,6,{',1' * count}"
    empty = "," * (6 + count)
    assert cy.split("x.gov,")[1] == f'could not be read,"It is empty, ask."{empty}'
    assert di.split("x.gov,")[1] == f"not graded yet,{empty}"
    assert eve.split("x.gov,")[1] == f"nothing handed in,Ask whether help is needed.{empty}"


def test_each_question_is_counted_where_ten_stand_behind_it(
    exercise: Frozen, rows: list[Standing]
) -> None:
    table = WRITERS["questions"](exercise, [*rows[:1] * 10, *rows[2:]]).splitlines()
    assert table[0] == "question,points,graded,right,not right,waits for a person"
    for question, line in zip(
        (each for each in exercise.checks.values() if each.points), table[1:], strict=True
    ):
        right = 10 if question.points == 1 else 0
        assert line == f"{question.id},{question.points},10,{right},{10 - right},0"


def test_our_own_tables_are_known(exercise: Frozen, rows: list[Standing], tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "table.csv"
    for write in WRITERS.values():
        path.write_text("\ufeff" + write(exercise, [*rows[:1] * 10]), encoding="utf-8")
        assert is_one(path)
    path.write_bytes(b"\xff\xfe a workbook")
    assert not is_one(path)
