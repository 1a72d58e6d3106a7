"""What the console shows of work that was graded, and keeps of what a person gives for it."""

import json
from pathlib import Path

import pytest
from asked_of_the_console import read_one, send, taken, work
from invented_cohort import HOSTILE, NAME, hand_in

from groundwork.cohort.begin import people_of
from groundwork.cohort.console.notebook import line_to_open
from groundwork.cohort.console.overview import CHOSEN
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort
from groundwork.learner.workspace import START
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


def test_one_file_of_answers_is_graded_and_not_mended(console: Console) -> None:
    taken(console, range(1))
    assert [each["state"] for each in work(console, "grade")] == ["graded"]


def test_everybody_stands_in_the_order_of_the_list(console: Console, cohort: Cohort) -> None:
    taken(console, range(12))
    work(console, "grade")
    found = console.respond("look", {"exercise": NAME})
    assert [row["id"] for row in found["rows"]] == [each.id for each in people_of(cohort)]
    assert found["summary"] == "24 people, 12 handed in, 12 graded, 12 wait for a reader."


def test_the_pages_made_are_listed_with_their_persons(console: Console) -> None:
    taken(console, range(2))
    work(console, "grade")
    work(console, "feedback")
    pages = Console(console._cohort).respond("look", {"exercise": NAME})["pages"]
    assert len(pages) == 2
    assert {"file": "bo.li.html", "who": "Bo Li (bo.li)", "waits": True} in pages


def test_what_no_program_could_judge_is_decided_by_a_person(
    console: Console, cohort: Cohort
) -> None:
    send(console, "ana.lopez.json", hand_in(NAME, 0)[:700])
    (line,) = work(console, "collect")
    console.respond("settle", {"key": line["key"]})
    work(console, "grade")
    found = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})
    assert found["undecided"]
    assert all(each["title"].startswith("Question ") for each in found["undecided"])
    told = console.respond("give", read_one(console))
    assert told["to_read"][0]["waits"] == "yes", "something waits still"
    for each in found["undecided"]:
        data = {"exercise": NAME, "id": "ana.lopez", "cell": each["cell"], "read": found["read"]}
        with pytest.raises(UserError, match="Give points from 0 to"):
            console.respond("decide", {**data, "points": 99})
        told = console.respond("decide", {**data, "points": each["most"]})
    assert told["to_read"][0]["waits"] == ""
    work(console, "grade")
    found = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})
    assert found["undecided"] == [], "what a person decided stays"


def test_points_and_comment_are_kept_as_formgrader_keeps_them(
    console: Console, cohort: Cohort
) -> None:
    taken(console, range(2))
    work(console, "grade")
    console.respond("give", read_one(console))
    with cohort.gradebook() as book:
        grade = book.find_grade("q10", NAME, NAME, "ana.lopez")
        assert (grade.manual_score, grade.needs_manual_grade) == (6, False)
        assert book.find_comment("q10", NAME, NAME, "ana.lopez").manual_comment == "Good."
    shown = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})["questions"][0]
    assert (sum(shown["ticked"].values()), shown["comment"]) == (6, "Good.")
    with cohort.gradebook() as book:  # other points, given in formgrader
        book.find_grade("q10", NAME, NAME, "ana.lopez").manual_score = 4
        book.db.commit()
    shown = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})["questions"][0]
    assert (shown["points"], shown["ticked"]) == (4, {})


def test_nothing_is_kept_of_a_reading_that_is_not_whole(console: Console) -> None:
    taken(console, range(2))
    work(console, "grade")
    with pytest.raises(UserError, match="Nothing is ticked for “Evidence”"):
        console.respond("give", read_one(console, ticked={"chain": 2, "decides": 1}))
    with pytest.raises(UserError, match="Nothing is ticked"):
        console.respond("give", read_one(console, ticked=dict.fromkeys(("chain", "decides"), 9)))


def test_what_was_handed_in_anew_is_read_again(console: Console, cohort: Cohort) -> None:
    taken(console, range(2))
    work(console, "grade")
    read = read_one(console)
    path = cohort.step("submitted", "ana.lopez", NAME) / "answers.json"
    path.write_bytes(hand_in(NAME, 0).replace(b"writes this", b"wrote that"))
    with pytest.raises(UserError, match="handed in anew"):
        console.respond("give", read)
    with pytest.raises(UserError, match="was not graded as it is now"):
        console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})


def test_a_comment_is_kept_for_the_next_and_removed(console: Console) -> None:
    for text in ("One.", "Two.", "One."):
        bank = console.respond("comment", {"text": text})["bank"]
    assert bank["own"] == ["One.", "Two."]
    assert console.respond("comment", {"text": "One.", "drop": True})["bank"]["own"] == ["Two."]
    with pytest.raises(UserError, match="no comment"):
        console.respond("comment", {"text": "  "})


def test_what_was_written_beside_the_answers_is_shown_to_who_reads(
    console: Console, cohort: Cohort
) -> None:
    """Code, and text in cells that ask for none: as text, whatever it holds."""
    page = json.loads((cohort.root / "release" / NAME / f"{NAME}.ipynb").read_bytes())
    own = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": f"See {HOSTILE}"}
    coded = {"cell_type": "code", "id": "code", "metadata": {}, "source": "half = 1 / 2"}
    page["cells"] += [own, {**coded, "outputs": [], "execution_count": None}]
    folder = cohort.step("submitted", "ana.lopez", NAME)
    folder.mkdir(parents=True)
    (folder / "answers.json").write_bytes(hand_in(NAME, 0))
    (folder / f"{NAME}.ipynb").write_text(json.dumps(page), encoding="utf-8")
    work(console, "grade")
    found = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})
    assert found["beside"] == ["half = 1 / 2", f"See {HOSTILE}"]


def test_a_hand_in_is_set_aside_and_taken_up_again(console: Console) -> None:
    taken(console, range(2))
    work(console, "grade")
    before = console.respond("look", {"exercise": NAME})
    one = {"exercise": NAME, "id": "ana.lopez"}
    found = console.respond("aside", {**one, "back": False})
    (row,) = [each for each in found["rows"] if each["id"] == "ana.lopez"]
    assert (row["state"], row["program"], row["aside"]) == ("set aside", "", "yes")
    assert [each["id"] for each in found["to_read"]] == ["bo.li"]
    assert "2 handed in, 1 graded, 1 set aside, 1 wait for a reader." in found["summary"]
    made = {each["who"]: each for each in work(console, "feedback")}
    assert not made["Ana Lopez (ana.lopez)"]["written"]
    assert "It was set aside" in made["Ana Lopez (ana.lopez)"]["problem"]
    told = console.respond("export", {"exercise": NAME, "kind": "plain"})["said"]
    assert told.endswith("Of them, 1 set aside.")
    found = console.respond("aside", {**one, "back": True})
    assert found == {**before, "pages": found["pages"]}


def test_who_is_told_in_the_list_of_pages_that_something_was_not_read(console: Console) -> None:
    """It is the page that says so: one that was read since is made again."""
    taken(console, range(2))
    work(console, "grade")
    console.respond("give", read_one(console))
    work(console, "feedback")
    found = console.respond("look", {"exercise": NAME})["pages"]
    assert {each["file"]: each["waits"] for each in found} == {
        "ana.lopez.html": False,
        "bo.li.html": True,
    }


def test_who_was_set_aside_is_not_counted_as_graded(console: Console) -> None:
    taken(console, range(2))
    work(console, "grade")
    console.respond("aside", {"exercise": NAME, "id": "ana.lopez", "back": False})
    assert [each["graded"] for each in work(console, "grade")] == [False, True]


def test_the_page_comes_back_to_the_exercise_that_was_looked_at(
    console: Console, cohort: Cohort
) -> None:
    assert "chosen" not in console.respond("open", {})
    console.respond("look", {"exercise": NAME})
    assert Console(cohort).respond("open", {})["chosen"] == NAME
    cohort.own(CHOSEN).write_text("99_gone", encoding="utf-8")
    assert "chosen" not in Console(cohort).respond("open", {})


def test_the_line_that_opens_the_page_again_can_be_typed() -> None:
    folder = Path("/home/ann o/winter")
    assert line_to_open(folder, "posix") == f"{START} cohort open '/home/ann o/winter'"
    assert line_to_open(folder, "nt") == f'{START} cohort open "{folder}"'
