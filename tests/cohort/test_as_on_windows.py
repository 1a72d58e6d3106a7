"""On Windows a cohort works by folders and zip files; nbgrader's exchange is refused in words.

Simulated: the library is told that it runs there, and what Python has on other systems alone is
missing.
"""

import importlib
import os
import pkgutil
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hand_ins import CODE, MOST, NAME, NOTEBOOK, SOLUTION, answers, released, with_code

import groundwork
from groundwork.cohort import sandbox
from groundwork.cohort.course_folder import Cohort
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")
NOT_THERE = ("pwd", "grp", "fcntl", "resource", "termios")


FILES = {"groundwork.learner.files"}  # asks Windows itself, where there is one


class Told(ModuleType):
    """A module that says one thing of this computer otherwise than it is."""

    def __init__(self, real: ModuleType, name: str, said: str) -> None:
        super().__init__(real.__name__)
        self.real = real
        setattr(self, name, said)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell every module of the library, and nbgrader's exchange, that this is Windows."""
    sandbox.why_not.cache_clear()
    importlib.import_module("filelock")  # chooses its lock by this computer's system, once
    nt, win32 = Told(os, "name", "nt"), Told(sys, "platform", "win32")
    for each in pkgutil.walk_packages(groundwork.__path__, "groundwork."):
        if each.name.startswith(("groundwork.cohort", "groundwork.learner", "groundwork.command")):
            importlib.import_module(each.name)
    mine = [each for name, each in sys.modules.items() if name.startswith("groundwork.")]
    theirs = [
        importlib.import_module(f"nbgrader.{name}")
        for name in ("apps.api", "exchange.default.exchange", "exchange.default.collect")
    ]
    for module in [*mine, *theirs]:
        for name, told in (("os", nt), ("sys", win32)):
            if getattr(module, name, None) is sys.modules[name] and module.__name__ not in FILES:
                monkeypatch.setattr(module, name, told)
    for name in NOT_THERE:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.delitem(sys.modules, "groundwork.cohort.exchange", raising=False)


def say(*words: object) -> int:
    return main([str(word) for word in ("cohort", *words)])


@pytest.mark.usefixtures("windows")
def test_the_whole_cycle_by_folder_and_zip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, inbox = tmp_path / "winter", tmp_path / "in"
    roster = tmp_path / "staff.csv"
    roster.write_text("id\nana\nbo\ncy\n", encoding="utf-8")
    assert say("new", folder, roster, "--zone", "America/Chicago") == 0
    assert say("release", folder, NAME) == 0
    (inbox / "ana").mkdir(parents=True)
    (inbox / "ana" / FILE).write_bytes(answers(SOLUTION))
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as packed:
        packed.writestr(f"bo/{FILE}", answers(SOLUTION | {"q5b": 1.0}))
        coded = with_code(released(Cohort(folder)), code=CODE.replace("rate_difference", "x"))
        packed.writestr(f"bo/{NOTEBOOK}", coded)
    assert say("collect", folder, inbox, "--yes") == 0
    assert say("collect", folder, tmp_path / "mail.zip", "--yes") == 0
    for _ in range(2):  # what is graded and given back is read-only, and replaced all the same
        assert say("grade", folder) == 0
        assert say("feedback", folder) == 0
    assert say("status", folder) == 0
    said = capsys.readouterr().out
    assert f"ana: graded. {MOST} of {MOST}" in said
    assert "Grade on Linux to have it run" in said
    assert "cy: nothing handed in." in said
    assert (folder / "to_give_back" / NAME / "bo.html").is_file()
    assert say("export", folder, NAME) == 0
    assert say("archive", folder) == 0
    assert say("forget", folder, "ana") == 1, "it asks"
    assert say("forget", folder, "--all-of-it", "--yes") == 0
    assert not folder.exists()


@pytest.mark.usefixtures("windows")
def test_an_exchange_is_refused_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "staff.csv"
    roster.write_text("id\nana\n", encoding="utf-8")
    zone = ("--zone", "America/Chicago", "--exchange", tmp_path / "exchange")
    assert say("new", tmp_path / "winter", roster, *zone) == 1
    said = capsys.readouterr().err
    assert "no exchange on Windows" in said and "zip files" in said
    assert not (tmp_path / "winter").exists()


def test_a_cohort_with_an_exchange_that_comes_to_windows_goes_on_without_it(
    cohort: Cohort,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:
    about = (cohort.root / "cohort.json").read_text(encoding="utf-8")
    there = about.replace('"format": 1,', f'"format": 1,\n "exchange": "{tmp_path / "exchange"}",')
    (cohort.root / "cohort.json").write_text(there, encoding="utf-8")
    assert cohort.exchange()
    request.getfixturevalue("windows")
    assert say("collect", cohort.root) == 1
    assert "nbgrader's exchange is asked, and it has none on Windows" in capsys.readouterr().err
    roster = tmp_path / "staff.csv"
    roster.write_text("id\nana\neve\n", encoding="utf-8")
    assert say("new", cohort.root, roster) == 0
    assert say("release", cohort.root, NAME) == 0
    assert "Released in the exchange" not in capsys.readouterr().out
    assert str(tmp_path / "exchange") in (cohort.root / "cohort.json").read_text(encoding="utf-8")
