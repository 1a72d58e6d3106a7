"""By nbgrader's exchange: whoever may write there can neither stop nor replace another's work."""

import getpass
import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hand_ins import MOST, NAME, SOLUTION, WRONG, answers, counted, people

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange there"),
]
if os.name != "nt":
    from course_exercises import ROOT

    from groundwork.cohort.begin import new
    from groundwork.cohort.collect import LEFT, TAKEN, Line
    from groundwork.cohort.console.widget import Console
    from groundwork.cohort.course_folder import TIMESTAMP, Cohort
    from groundwork.cohort.exchange import from_exchange, release_to_exchange
    from groundwork.cohort.giving_out import release
    from groundwork.cohort.whose import Matched
    from groundwork.command.main import main
    from groundwork.learner.answers import FILE
    from groundwork.subject.errors import UserError

ME, NOBODY = getpass.getuser(), 65534
AT = "2026-11-20 08:00:00.000000 UTC"


@pytest.fixture
def cohort(tmp_path: Path) -> "Cohort":
    """A cohort with an exchange, of whoever runs the tests and of two more."""
    (tmp_path / "exchange").mkdir()
    (tmp_path / "exchange").chmod(0o777)
    made = new(
        tmp_path / "winter", "Winter", people([ME, "ana", "bo"]), "UTC", str(tmp_path / "exchange")
    )
    release(made, ROOT / "exercises" / NAME)
    release_to_exchange(made, NAME)
    return made


def inbound(cohort: "Cohort") -> Path:
    return Path(cohort.exchange()) / "winter" / "inbound"


def put(cohort: "Cohort", who: str, at: str, files: Mapping[str, bytes], owner: int = -1) -> Path:
    folder = inbound(cohort) / f"{who}+{NAME}+{at}+{len(list(inbound(cohort).iterdir()))}"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for path in (folder, *folder.iterdir()):
        os.chown(path, owner, -1)
    return folder


def taken(lines: "list[Line]") -> list[str]:
    return [line.person for line in lines if line.state == TAKEN]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_newer_folder_under_another_s_name_hides_nobody(cohort: "Cohort") -> None:
    put(cohort, ME, AT, {FILE: answers(SOLUTION)})
    put(cohort, ME, "2099-11-20 08:00:00.000000 UTC", {FILE: b"{}"}, NOBODY)
    lines = from_exchange(cohort, [NAME])
    assert [line.state for line in lines] == [LEFT, TAKEN]
    assert "the account nobody put it there" in lines[0].said
    assert cohort.handed_in(ME, NAME)[FILE] == answers(SOLUTION)


def test_a_folder_without_a_time_stops_nothing(cohort: "Cohort") -> None:
    put(cohort, ME, "no time", {FILE: b"{}"})
    put(cohort, ME, AT, {FILE: answers(SOLUTION)})
    lines = from_exchange(cohort, [NAME])
    assert taken(lines) == [ME]
    assert any("its name tells no time" in line.said for line in lines)


def test_a_time_in_the_future_is_when_it_came(cohort: "Cohort") -> None:
    put(cohort, ME, "2099-11-20 08:00:00.000000 UTC", {FILE: answers(WRONG)})
    assert taken(from_exchange(cohort, [NAME])) == [ME]
    when = (cohort.step("submitted", ME, NAME) / TIMESTAMP).read_text(encoding="utf-8")
    assert not when.startswith("2099")


def test_what_is_left_of_a_hand_in_is_told(cohort: "Cohort") -> None:
    files = {FILE: answers(SOLUTION), "groundwork.py": b"raise SystemExit"}
    put(cohort, ME, AT, {**files, "submission_secret.txt": b"\xff\xfe", TIMESTAMP: AT.encode()})
    (line,) = from_exchange(cohort, [NAME])
    assert line.state == TAKEN
    assert "groundwork.py is a program or a database" in line.said
    assert set(cohort.handed_in(ME, NAME)) == {FILE, f"{NAME}.ipynb", TIMESTAMP} - {f"{NAME}.ipynb"}


def test_a_secret_that_is_none_keeps_nobody_from_a_page(
    cohort: "Cohort", capsys: pytest.CaptureFixture[str]
) -> None:
    put(cohort, ME, AT, {FILE: answers(SOLUTION), "submission_secret.txt": b"\xff"})
    from_exchange(cohort, [NAME])
    shutil.copytree(cohort.step("submitted", ME, NAME), cohort.step("submitted", "zoe", NAME))
    (cohort.step("submitted", ME, NAME) / "submission_secret.txt").write_bytes(b"\xff")
    main(["cohort", "grade", str(cohort.root)])
    assert main(["cohort", "feedback", str(cohort.root)]) == 1
    said = capsys.readouterr().out
    assert "2 pages in" in said
    assert f"{ME}: The exchange did not take the page" in said


@pytest.fixture
def as_many_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "groundwork.cohort.exchange.account_of", lambda path: path.name.partition("+")[0]
    )


@pytest.mark.usefixtures("as_many_accounts")
def test_a_copy_of_anothers_work_is_asked_about_and_taken_once_somebody_says_so(
    cohort: "Cohort", monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work = counted(SOLUTION, 9, "a" * 32)
    put(cohort, "ana", AT, {FILE: work})
    assert taken(from_exchange(cohort, [NAME])) == ["ana"]
    put(cohort, "bo", AT, {FILE: work})
    collect = ["cohort", "collect", str(cohort.root)]
    assert main([*collect, "--yes"]) == 1, "--yes is no word on a copy"
    assert "holds the work of ana, and came from bo. Ask both" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda asked: "y" if "all the same?" in asked else "")
    assert main(collect) == 0
    assert cohort.handed_in("bo", NAME)[FILE] == work
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert main(collect) == 0, "it is not asked twice"
    assert "The same files are there already" in capsys.readouterr().out


@pytest.mark.usefixtures("as_many_accounts")
def test_the_console_asks_about_a_copy_too(cohort: "Cohort") -> None:
    for who in ("ana", "bo"):
        put(cohort, who, AT, {FILE: counted(SOLUTION, 9, "a" * 32)})
    console = Console(cohort)
    console.respond("work", {"what": "exchange", "exercise": NAME})
    lines = {line["person"]: line for line in console.respond("go_on", {})["found"]}
    one, other = sorted(lines, key=lambda person: lines[person]["state"], reverse=True)
    assert (lines[one]["asks"], lines[one]["state"]) == ("", TAKEN)
    assert (lines[other]["asks"], lines[other]["doubt"]) == ("agree", True)
    assert f"holds the work of {one}" in lines[other]["question"]
    settled = console.respond("settle", {"key": lines[other]["key"]})
    assert (settled["state"], settled["person"]) == (TAKEN, other)


def asked_about_bo(cohort: "Cohort") -> "tuple[Console, dict[str, Any]]":
    """A console that asks about bo's copy of ana's work."""
    put(cohort, "ana", AT, {FILE: counted(SOLUTION, 9, "a" * 32)})
    from_exchange(cohort, [NAME])
    put(cohort, "bo", AT, {FILE: counted(SOLUTION, 9, "a" * 32)})
    console = Console(cohort)
    console.respond("work", {"what": "exchange", "exercise": NAME})
    (line,) = [each for each in console.respond("go_on", {})["found"] if each["asks"]]
    return console, line


@pytest.mark.usefixtures("as_many_accounts")
def test_a_copy_waits_on_while_the_exchange_is_out_of_reach(cohort: "Cohort") -> None:
    console, line = asked_about_bo(cohort)
    away = Path(cohort.exchange()).rename(cohort.root.parent / "away")
    for _ in range(2):
        with pytest.raises(UserError, match="could not be read"):
            console.respond("settle", {"key": line["key"]})
    away.rename(cohort.exchange())
    assert console.respond("settle", {"key": line["key"]})["state"] == TAKEN


@pytest.mark.usefixtures("as_many_accounts")
def test_a_copy_that_is_in_the_exchange_no_more_is_told(cohort: "Cohort") -> None:
    console, line = asked_about_bo(cohort)
    for folder in inbound(cohort).glob("bo+*"):
        shutil.rmtree(folder)
    with pytest.raises(UserError, match="not in the exchange any more"):
        console.respond("settle", {"key": line["key"]})
    console.respond("work", {"what": "exchange", "exercise": NAME})
    console.respond("go_on", {})
    assert console.respond("open", {})["asked"] == []


@pytest.mark.usefixtures("as_many_accounts")
def test_a_copy_that_is_left_out_is_asked_about_no_more(cohort: "Cohort") -> None:
    console, line = asked_about_bo(cohort)
    console.respond("drop", {"key": line["key"]})
    assert console.respond("open", {})["asked"] == []


def test_a_copy_that_is_taken_is_shown_before_what_was_forged(
    cohort: "Cohort", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "groundwork.cohort.exchange.account_of",
        lambda path: "zoe" if "2099" in path.name else path.name.partition("+")[0],
    )
    put(cohort, "bo", "2099-11-20 08:00:00.000000 UTC", {FILE: answers(WRONG)})
    console, line = asked_about_bo(cohort)
    settled = console.respond("settle", {"key": line["key"]})
    assert (settled["state"], settled["person"]) == (TAKEN, "bo")


@pytest.mark.usefixtures("as_many_accounts")
def test_a_word_about_one_takes_nothing_of_the_others(cohort: "Cohort") -> None:
    console, line = asked_about_bo(cohort)
    put(cohort, ME, AT, {FILE: answers(WRONG)})
    console.respond("settle", {"key": line["key"]})
    assert cohort.students_with(NAME) == ["ana", "bo"], "what nobody was shown waits for a look"


@pytest.mark.usefixtures("as_many_accounts")
def test_a_copy_waits_on_when_somebody_else_is_forgotten(cohort: "Cohort") -> None:
    console, line = asked_about_bo(cohort)
    assert console.respond("forget", {"id": ME})["asked"] == [line]
    assert console.respond("open", {})["asked"] == [line]
    assert console.respond("forget", {"id": "bo"})["asked"] == []


@pytest.mark.usefixtures("as_many_accounts")
def test_what_the_disk_does_not_take_of_one_costs_the_others_nothing(
    cohort: "Cohort", monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("ana", "bo"):
        put(cohort, who, AT, {FILE: answers(SOLUTION if who == "ana" else WRONG)})
    write, left = Path.write_bytes, [1]

    def full_once(path: Path, data: bytes) -> int:
        if left[0]:
            left[0] = 0
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_once)
    lines = from_exchange(cohort, [NAME])
    assert len(taken(lines)) == 1
    (told,) = [line.said for line in lines if line.state == LEFT]
    assert told.startswith("It could not be written: the disk is full")


def test_a_zip_file_by_the_exchange_is_told(cohort: "Cohort") -> None:
    put(cohort, ME, AT, {FILE: answers(SOLUTION), "work.zip": b"PK"})
    (line,) = from_exchange(cohort, [NAME])
    assert (line.state, "work.zip was not read" in line.said) == (TAKEN, True)


def test_an_exchange_that_is_gone_is_told(cohort: "Cohort") -> None:
    shutil.rmtree(cohort.exchange())
    with pytest.raises(UserError, match="could not be read"):
        from_exchange(cohort, [NAME])


def test_released_again_it_is_as_it_was_and_half_of_it_is_made_whole(cohort: "Cohort") -> None:
    outbound = Path(cohort.exchange()) / "winter" / "outbound" / NAME
    whole = sorted(path.name for path in outbound.iterdir())
    for _ in range(2):
        words = ["cohort", "release", str(cohort.root), NAME, "--due", "2027-03-12"]
        assert main(words) == 0
        assert sorted(path.name for path in outbound.iterdir()) == whole
        for path in outbound.iterdir():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        (outbound / whole[0]).unlink()


def test_what_others_put_there_only_they_may_take_away(cohort: "Cohort") -> None:
    for folder in (Path(cohort.exchange()), inbound(cohort)):
        assert folder.stat().st_mode & stat.S_ISVTX
    assert main(["cohort", "release", str(cohort.root), NAME]) == 0, "nbgrader accepts it"
    put(cohort, ME, AT, {FILE: answers(SOLUTION)})
    assert main(["cohort", "collect", str(cohort.root)]) == 0
    assert main(["cohort", "grade", str(cohort.root)]) == 0
    with cohort.gradebook() as book:
        assert book.find_submission(NAME, ME).score == MOST


def test_whose_a_workspace_is_nobody_learns_of_what_was_not_taken(cohort: "Cohort") -> None:
    put(cohort, ME, AT, {FILE: answers(SOLUTION)})
    from_exchange(cohort, [NAME])
    broken = b'{"format": 3, "handin": "' + b"e" * 32 + b'", "answers": {"q1'
    put(cohort, ME, "2026-11-20 09:00:00.000000 UTC", {FILE: broken})
    (line,) = from_exchange(cohort, [NAME])
    assert line.state == LEFT and "cannot be read" in line.said
    assert "e" * 32 not in Matched.read(cohort.own("matched.json")).owners
