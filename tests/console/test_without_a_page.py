"""What the console answers, without a page: plain data of the commands' functions."""

import base64
import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from course_exercises import ROOT
from invented_cohort import HOSTILE, NAME, PEOPLE, arrived, hand_in, roster

from groundwork.cohort import supervisors, waiting
from groundwork.cohort.alone import FOLDER
from groundwork.cohort.begin import new, people_of
from groundwork.cohort.console.widget import Console
from groundwork.cohort.console.words import everything
from groundwork.cohort.invitations import code_of
from groundwork.cohort.place import Cohort
from groundwork.learner.invitation import GROUP
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own
SECOND = "04_shared_leadership"
Lines = list[dict[str, Any]]


def send(console: Console, name: str, content: bytes, size: int = 300_000) -> None:
    """A file in pieces, as the page brings it."""
    for at in range(0, len(content), size):
        data = base64.b64encode(content[at : at + size]).decode()
        last = at + size >= len(content)
        console.respond("file", {"name": name, "data": data, "first": at == 0, "last": last})


def work(console: Console, what: str) -> Lines:
    """All that a piece of long work finds."""
    found: Lines = []
    answer = console.respond("work", {"what": what, "exercise": NAME})
    while not answer["done"]:
        answer = console.respond("go_on", {})
        found += answer["found"]
    return found


def taken(console: Console, numbers: range = range(24)) -> None:
    """Hand-ins that were taken in and agreed to."""
    send(console, "in.zip", arrived(NAME, named=True, numbers=numbers))
    for line in work(console, "collect"):
        assert console.respond("settle", {"key": line["key"]})["state"] == "taken"


def test_a_list_is_taken_with_the_time_zone_of_the_browser(tmp_path: Any) -> None:
    cohort = new(tmp_path / "new", "new", [], "UTC")
    data = base64.b64encode(roster()).decode()
    said = Console(cohort).respond(
        "begin", {"name": "Winter", "zone": "America/Chicago", "file": "staff.csv", "data": data}
    )
    assert said["zone"] == "America/Chicago"
    assert len(said["people"]) == len(PEOPLE)


def test_a_time_zone_that_is_none_is_told_at_its_own_field(console: Console) -> None:
    data = {"name": "", "zone": "Eastern", "file": "staff.csv", "data": ""}
    said = console.respond("begin", data)
    assert list(said) == ["wrong_zone"]
    assert "no time zone 'Eastern'" in said["wrong_zone"]


def test_a_mistake_in_the_list_names_the_file_that_was_chosen(console: Console) -> None:
    data = base64.b64encode(b"Name,Supervises\nAna,perhaps\n").decode()
    with pytest.raises(UserError, match=r"^staff\.csv, row 2: 'perhaps' does not say"):
        console.respond("begin", {"name": "", "zone": "UTC", "file": "staff.csv", "data": data})


def test_a_file_comes_in_pieces_and_each_match_is_asked_once(console: Console) -> None:
    send(console, "in.zip", arrived(NAME, named=True), size=3_000)
    lines = work(console, "collect")
    assert [line["asks"] for line in lines] == ["agree"] * len(PEOPLE)
    assert lines[0]["question"] == "Is in.zip: in (lopezana) from Ana Lopez (ana.lopez)?"
    settled = [console.respond("settle", {"key": line["key"]}) for line in lines]
    assert {line["state"] for line in settled} == {"taken"}
    send(console, "again.zip", arrived(NAME, named=False))
    assert {line["state"] for line in work(console, "collect")} == {"there already"}


def test_whose_it_is_can_be_said_where_nothing_tells(console: Console) -> None:
    send(console, "answers.json", hand_in(NAME, 5))
    (line,) = work(console, "collect")
    assert (line["asks"], line["person"]) == ("person", "")
    said = console.respond("settle", {"key": line["key"], "person": "flo.fox", "exercise": NAME})
    assert (said["state"], said["person"]) == ("taken", "flo.fox")


def test_files_of_one_name_are_told_apart_by_what_they_hold(console: Console) -> None:
    for number in (5, 6):
        send(console, "answers.json", hand_in(NAME, number))
    first, second = work(console, "collect")
    assert first["where"] == second["where"]
    assert "answers. One begins: “Flo writes this for" in first["holds"]
    assert "One begins: “Gus writes this for" in second["holds"]


def test_a_changed_exercise_is_given_out_beside_the_first(console: Console, cohort: Cohort) -> None:
    def exercise(name: str) -> dict[str, Any]:
        found = console.respond("open", {})["exercises"]
        return next(each for each in found if each["name"] == name)

    title = exercise(NAME)["title"]
    assert not exercise(NAME)["changed"]
    cohort.own("frozen", f"{NAME}.txt").write_text("as it was before", encoding="utf-8")
    assert exercise(NAME)["changed"]
    told = console.respond("release", {"exercise": NAME, "due": "2027-03-12T17:00"})
    assert "has changed since" in told["said"]
    told = console.respond("release", {"exercise": NAME, "again": True})
    second = f"{NAME}_again2"
    assert told["chosen"] == second
    assert exercise(second)["title"] == f"{title} (release 2)"
    assert not exercise(NAME)["changed"]
    console.respond("release", {"exercise": second, "due": "2027-04-12T17:00"})
    assert "March 12, 2027" in exercise(NAME)["due"], "each release has a deadline of its own"
    assert "April 12, 2027" in exercise(second)["due"]


def test_an_invitation_is_written_for_each_and_known_again(
    console: Console, cohort: Cohort
) -> None:
    told = console.respond("invite", {})
    assert f"{len(PEOPLE)} written" in told["said"]
    assert len(list((cohort.root / "invitations").glob("*/invitation.txt"))) == len(PEOPLE)
    code = code_of(cohort, "bo.li")
    about = {"cohort": code[:GROUP], "learner": code[GROUP:]}
    content = json.loads(hand_in(NAME, 1)) | about
    send(console, "answers.json", json.dumps(content).encode())
    (line,) = work(console, "collect")
    assert (line["state"], line["person"]) == ("taken", "bo.li")


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


def test_a_copy_is_one_question_that_no_agreement_to_all_covers(console: Console) -> None:
    taken(console, range(1))
    copy = json.loads(hand_in(NAME, 0)) | {"handin": "f" * 32}
    send(console, "libo_1_1_answers.json", json.dumps(copy).encode())
    (line,) = work(console, "collect")
    assert line["doubt"]
    assert "holds the same answers" in line["question"]
    assert "Ana Lopez (ana.lopez)" in line["question"] and "Bo Li (bo.li)" in line["question"]
    settled = console.respond("settle", {"key": line["key"]})
    assert (settled["state"], settled["who"]) == ("taken", "Bo Li (bo.li)")


def test_whose_it_is_is_asked_once_with_all_that_speaks_against_it(console: Console) -> None:
    taken(console, range(1))
    copy = json.loads(hand_in(NAME, 0)) | {"handin": "f" * 32}
    send(console, "answers.json", json.dumps(copy).encode())
    (line,) = work(console, "collect")
    assert line["asks"] == "person" and "hand-in of Ana Lopez (ana.lopez)" in line["question"]
    settled = console.respond("settle", {"key": line["key"], "person": "bo.li"})
    assert (settled["state"], settled["who"]) == ("taken", "Bo Li (bo.li)")


def test_two_copies_of_one_file_are_one_question(console: Console) -> None:
    for name in ("answers.json", "answers (1).json"):
        send(console, name, hand_in(NAME, 5))
    first, second = work(console, "collect")
    assert (first["asks"], second["asks"]) == ("person", "")
    assert "answers.json" in second["said"] and second["state"] == "not taken"


def test_what_waits_for_a_word_outlives_a_stop(console: Console, cohort: Cohort) -> None:
    send(console, "answers.json", hand_in(NAME, 5))
    send(console, "in.zip", arrived(NAME, named=True, numbers=range(2)))
    before = work(console, "collect")
    assert len(before) == 3
    again = Console(cohort)
    asked = {each["key"]: each for each in again.respond("open", {})["asked"]}
    assert asked == {each["key"]: each for each in before}
    kept = [path for path in cohort.own(waiting.FOLDER).rglob("*") if path.is_file()]
    assert kept
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    for line in before:
        person = {"person": "flo.fox"} if line["asks"] == "person" else {}
        assert again.respond("settle", {"key": line["key"], **person})["state"] == "taken"
    assert again.respond("open", {})["asked"] == []
    assert not [path for path in cohort.own(waiting.FOLDER).rglob("*") if path.is_file()]


def test_what_the_disk_does_not_take_waits_on(
    console: Console, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(console, "in.zip", arrived(NAME, named=True, numbers=range(1)))
    (line,) = work(console, "collect")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr("groundwork.cohort.collect.take", full)
        with pytest.raises(UserError, match=r"could not be written: the disk is full\."):
            console.respond("settle", {"key": line["key"]})
    assert Console(cohort).respond("open", {})["asked"] == [line]
    assert console.respond("settle", {"key": line["key"]})["state"] == "taken"


def test_files_that_are_brought_anew_wait_once(console: Console) -> None:
    def bring() -> None:
        for at, number in enumerate((5, 6)):
            data = base64.b64encode(hand_in(NAME, number)).decode()
            piece = {"name": f"{number}.json", "data": data, "first": True, "last": True}
            console.respond("file", {**piece, "anew": at == 0})

    bring()
    bring()  # as after a refusal, where nothing was taken of the first
    assert [each["asks"] for each in work(console, "collect")] == ["person", "person"]


def test_what_is_dropped_waits_no_more(console: Console, cohort: Cohort) -> None:
    send(console, "answers.json", hand_in(NAME, 5))
    (line,) = work(console, "collect")
    console.respond("drop", {"key": line["key"]})
    assert Console(cohort).respond("open", {})["asked"] == []
    with pytest.raises(UserError, match="does not wait here any more"):
        console.respond("settle", {"key": line["key"], "person": "flo.fox"})


def test_a_hand_in_is_given_to_somebody_else(console: Console) -> None:
    taken(console, range(1))
    answer = {"exercise": NAME, "id": "ana.lopez", "to": "bo.li"}
    found = console.respond("move", answer)
    assert "It is Bo Li (bo.li)'s now." in found["said"]
    states = {row["id"]: row["state"] for row in found["rows"]}
    assert (states["ana.lopez"], states["bo.li"]) == ("nothing handed in", "not graded yet")


def test_the_pages_made_are_listed_with_their_persons(console: Console) -> None:
    taken(console, range(2))
    work(console, "grade")
    work(console, "feedback")
    pages = Console(console._cohort).respond("look", {"exercise": NAME})["pages"]
    assert {"file": "bo.li.html", "who": "Bo Li (bo.li)"} in pages and len(pages) == 2


def test_one_file_of_answers_is_graded_and_not_mended(console: Console) -> None:
    taken(console, range(1))
    assert [each["state"] for each in work(console, "grade")] == ["graded"]


def test_a_name_that_no_system_can_use_is_no_path(console: Console, cohort: Cohort) -> None:
    before = files_around(cohort)
    send(console, "../../up\\answers.json", hand_in(NAME, 5))
    work(console, "collect")
    assert files_around(cohort) == before


def files_around(cohort: Cohort) -> set[Path]:
    """All files but the lock of whoever works there, and what waits for a word."""
    files = {path for path in cohort.root.parent.rglob("*") if path.is_file()}
    kept = cohort.own(waiting.FOLDER)
    return {
        each for each in files if each.parent != cohort.own(FOLDER) and kept not in each.parents
    }


def test_work_that_is_stopped_goes_on_when_it_is_begun_again(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(console, range(6))
    monkeypatch.setattr("groundwork.cohort.console.work.PIECE", -1)  # a result a piece
    console.respond("work", {"what": "grade", "exercise": NAME})
    first = console.respond("go_on", {})
    assert (first["at"], first["of"], first["done"]) == (1, 6, False)
    console.respond("stop", {})
    rows = console.respond("look", {"exercise": NAME})["rows"]
    assert sum(bool(row["program"]) for row in rows) == 1
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})
    assert len(work(console, "grade")) == 6
    rows = console.respond("look", {"exercise": NAME})["rows"]
    assert sum(bool(row["program"]) for row in rows) == 6


def test_work_that_is_under_way_ends_before_somebody_is_forgotten(
    console: Console, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(console, range(3))
    monkeypatch.setattr("groundwork.cohort.console.work.PIECE", -1)  # a result a piece
    console.respond("work", {"what": "grade", "exercise": NAME})
    console.respond("go_on", {})
    console.respond("forget", {"id": "bo.li"})
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})
    assert [each["who"] for each in work(console, "grade")] == [
        PEOPLE[0].shown(),
        PEOPLE[2].shown(),
    ]
    assert not [path for path in cohort.root.rglob("*") if "bo.li" in path.name]
    with cohort.gradebook() as book:
        assert {each.student.id for each in book.assignment_submissions(NAME)} == {
            PEOPLE[0].id,
            PEOPLE[2].id,
        }


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("release", {"exercise": NAME}),
        ("move", {"exercise": NAME, "id": "ana.lopez", "to": "zoe.shaw"}),
        ("aside", {"exercise": NAME, "id": "ana.lopez", "back": False}),
        ("archive", {}),
    ],
)
def test_what_changes_a_cohort_ends_work_that_is_under_way(
    console: Console, monkeypatch: pytest.MonkeyPatch, action: str, data: dict[str, Any]
) -> None:
    taken(console, range(2))
    monkeypatch.setattr("groundwork.cohort.console.work.PIECE", -1)
    console.respond("work", {"what": "grade", "exercise": NAME})
    console.respond("go_on", {})
    console.respond(action, data)
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})


def test_everybody_stands_in_the_order_of_the_list(console: Console, cohort: Cohort) -> None:
    taken(console, range(12))
    work(console, "grade")
    found = console.respond("look", {"exercise": NAME})
    assert [row["id"] for row in found["rows"]] == [each.id for each in people_of(cohort)]
    assert found["summary"] == "24 people, 12 handed in, 12 graded, 12 wait for a reader."


def read_one(console: Console, **more: Any) -> dict[str, Any]:
    found = console.respond("hand_in", {"exercise": NAME, "id": "ana.lopez"})
    (question,) = found["questions"]
    ticked = {each["name"]: each["levels"][0][0] for each in question["scales"]}
    data = {"exercise": NAME, "id": "ana.lopez", "cell": question["cell"], "read": found["read"]}
    return {**data, "ticked": ticked, "comment": " Good. ", **more}


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


def stuck(console: Console) -> dict[str, Any]:
    return console.respond("stuck", {"exercise": NAME})


def test_nothing_is_counted_before_it_is_said_who_supervises(
    console: Console, cohort: Cohort
) -> None:
    taken(console)
    work(console, "grade")
    assert stuck(console)["questions"] == []
    assert "Say it for 24 people." in stuck(console)["ask"]
    enrolled = console.respond("supervisors", {"exercise": NAME, "ids": ["ana.lopez"]})
    assert "Ana Lopez" in enrolled["said"]
    assert all(not each["stuck"] and not each["told"] for each in enrolled["questions"])
    free = console.respond("supervisors", {"exercise": NAME, "ids": []})
    assert any(each["stuck"] for each in free["questions"])
    names = [word for each in PEOPLE for word in (each.id, each.last)]
    assert not any(word in json.dumps(free["questions"]) for word in names)
    supervisors.forget(cohort, "bo.li")  # somebody new, of whom nothing was said
    assert "Say it for one person." in stuck(console)["ask"]


def test_nothing_is_counted_where_fewer_than_ten_were_graded(console: Console) -> None:
    taken(console, range(9))
    work(console, "grade")
    found = console.respond("supervisors", {"exercise": NAME, "ids": []})
    assert found["said"].startswith("9 graded, and nothing is counted where fewer than 10")
    assert not any(each["stuck"] for each in found["questions"])


def test_who_is_forgotten_leaves_nothing_behind(console: Console, cohort: Cohort) -> None:
    taken(console, range(2))
    work(console, "grade")
    console.respond("give", read_one(console))
    console.respond("supervisors", {"exercise": NAME, "ids": ["ana.lopez"]})
    console.respond("forget", {"id": "ana.lopez"})
    assert "ana.lopez" in {each.id for each in people_of(cohort)}, "the work goes, and nobody else"
    told = console.respond("forget", {"id": "ana.lopez", "off_list": True})
    assert "ana.lopez" not in {each["id"] for each in told["people"]}
    kept = [path for path in cohort.root.rglob("*") if path.is_file()]
    assert not any("ana.lopez" in path.as_posix() for path in kept)
    own = [path for path in cohort.own().rglob("*") if path.is_file()]
    assert not any(b"ana.lopez" in path.read_bytes() for path in own)


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


def test_the_mail_on_the_page_is_that_of_the_guide() -> None:
    guide = (ROOT / "facilitator_guide" / "text" / "exercises.md").read_text(encoding="utf-8")
    for paragraph in everything()["release"]["mail"]:
        assert f"> {paragraph}\n" in guide


def test_a_file_is_needed_only_where_the_exercise_is_not_the_course_s(console: Console) -> None:
    def needs() -> dict[str, bool]:
        found = console.respond("open", {})["exercises"]
        return {each["name"]: each["needs_file"] for each in found}

    assert not needs()[NAME]
    console.respond("release", {"exercise": SECOND, "seed": "some words"})
    assert needs()[SECOND]


def test_a_deadline_is_in_its_field_again(console: Console) -> None:
    console.respond("release", {"exercise": NAME, "due": "2027-03-12T17:00"})
    found = Console(console._cohort).respond("open", {})["exercises"]
    assert "2027-03-12T17:00" in [each["due_typed"] for each in found]
