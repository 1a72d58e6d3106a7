"""What arrived on the console: taken, asked about once, and kept until somebody has decided."""

import base64
import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from asked_of_the_console import send, taken, work
from invented_cohort import NAME, PEOPLE, arrived, hand_in

from groundwork.cohort import arrivals, waiting
from groundwork.cohort.alone import FOLDER
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


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
    assert second["holds"].count("Another: “Gus writes this for") == 2, "two may begin alike"


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
    again = Console(cohort)
    assert again.respond("open", {})["asked"] == [line]
    assert again.respond("settle", {"key": line["key"]})["state"] == "taken"


def test_a_file_too_large_for_the_page_costs_itself_alone(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "LARGEST_ALL", 100_000)
    send(console, "film.zip", bytes(200_000), size=50_000)
    send(console, "answers.json", hand_in(NAME, 5))
    large, line = work(console, "collect")
    assert (large["state"], large["asks"], line["asks"]) == ("not taken", "", "person")
    assert "It is larger than 0.1 MB" in large["said"] and "answers.json in it" in large["said"]


def test_files_that_are_brought_anew_wait_once(console: Console) -> None:
    def bring() -> None:
        for at, number in enumerate((5, 6)):
            data = base64.b64encode(hand_in(NAME, number)).decode()
            piece = {"name": f"{number}.json", "data": data, "size": 1}
            piece |= {"first": True, "last": True}
            console.respond("file", {**piece, "anew": at == 0})

    bring()
    bring()  # as after a refusal, where nothing was taken of the first
    assert [each["asks"] for each in work(console, "collect")] == ["person", "person"]


def test_what_is_dropped_waits_no_more(console: Console, cohort: Cohort) -> None:
    send(console, "answers.json", hand_in(NAME, 5))
    (line,) = work(console, "collect")
    console.respond("drop", {"key": line["key"]})
    again = Console(cohort)
    assert again.respond("open", {})["asked"] == []
    with pytest.raises(UserError, match="does not wait here any more"):
        again.respond("settle", {"key": line["key"], "person": "flo.fox"})


def test_a_hand_in_is_given_to_somebody_else(console: Console) -> None:
    taken(console, range(1))
    answer = {"exercise": NAME, "id": "ana.lopez", "to": "bo.li"}
    found = console.respond("move", answer)
    assert "It is Bo Li (bo.li)'s now." in found["said"]
    states = {row["id"]: row["state"] for row in found["rows"]}
    assert (states["ana.lopez"], states["bo.li"]) == ("nothing handed in", "not graded yet")


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
