"""What start.py does otherwise on Windows, as far as it can be shown elsewhere."""

import importlib.metadata
import importlib.util
import os
import re
import stat
import sys
from pathlib import Path, PurePosixPath
from types import ModuleType

import pytest
from small_course import ROOT


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give start.py as Windows would see it, in a folder of its own."""
    found = importlib.util.spec_from_file_location("start_on_windows", ROOT / "start.py")
    assert found and found.loader
    start = importlib.util.module_from_spec(found)
    found.loader.exec_module(start)
    monkeypatch.setattr(start, "WINDOWS", True)
    monkeypatch.setattr(start, "START", "py start.py")
    monkeypatch.setattr(start, "HERE", tmp_path)
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    return start


def test_every_locked_package_fits_into_the_room_kept_for_its_path(start: ModuleType) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    longest = 0
    for name in re.findall(r"(?m)^([A-Za-z0-9._-]+)==", lock):
        try:
            files = importlib.metadata.files(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        inside = [len(f"Lib/site-packages/{PurePosixPath(file)}") for file in files]
        longest = max(longest, *inside)
    assert 100 < longest <= start.LONGEST


def test_a_path_that_is_too_long_is_told_before_anything_is_fetched(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name of 300 letters is too long for any system, as 260 for the whole path are for Windows.
    monkeypatch.setattr(start, "LONGEST", 300)
    with pytest.raises(start.TroubleError, match=r"too long for Windows \(\d+ letters\): move"):
        start.check_path_length()
    assert not start.holds(start.check_path_length)


def test_a_long_path_is_no_trouble_where_it_is_allowed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = 230  # a name of this length can be made
    monkeypatch.setattr(start, "LONGEST", room - len("/.venv/"))
    monkeypatch.setattr(start, "VENV", start.HERE / ".venv")
    start.check_path_length()
    assert list(start.HERE.iterdir()) == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [WinError 1260] This program is blocked by group policy", "ask your IT service"),
        (
            "DLL load failed: An Application Control policy has blocked this file",
            "ask your IT service",
        ),
        ("[WinError 32] The process cannot access the file", "close other windows"),
        ("ERROR: [WinError 5] Zugriff verweigert: 'C:\\\\x.pyd'", "close other windows"),
        ("HINT: this system does not have Windows Long Path support enabled", "too long"),
        ("[WinError 112] There is not enough space on the disk", "disk is full"),
        ("[WinError 1450] Insufficient system resources", "did not finish"),
    ],
)
def test_what_windows_says_becomes_what_to_do(start: ModuleType, said: str, told: str) -> None:
    assert told in str(start.failure(said))


def test_nobody_is_sent_to_a_folder_that_the_cloud_copies(start: ModuleType) -> None:
    # Documents is often OneDrive or iCloud, which would take up 23 000 files of .venv.
    told = [words for _, words in start.REASONS]
    assert not [words for words in told if "Documents" in words]


def test_help_names_the_word_that_works(
    start: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.run(["--help"]) == 0
    said = capsys.readouterr().out
    assert "py start.py doctor" in said
    assert "python3" not in said


def test_the_course_names_the_command_as_it_was_typed(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_START", "")  # what is set here is taken back at the end
    monkeypatch.setattr(start, "venv_python", lambda: Path(sys.executable))
    asks = "from groundwork.learner import workspace; raise SystemExit(len(workspace.START))"
    assert start.hand_over(["-c", asks]) == len("py start.py")


def test_a_python_that_may_not_run_is_told(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_START", "")
    blocked = start.HERE / "python.exe"
    blocked.write_text("")
    blocked.chmod(stat.S_IRUSR)
    monkeypatch.setattr(start, "venv_python", lambda: blocked)
    assert not start.venv_usable()
    with pytest.raises(start.TroubleError, match="does not let the course's own Python run"):
        start.hand_over(["-m", "groundwork"])


@pytest.mark.parametrize(
    "listed",
    [
        " -V:3.13 *        Python 3.13 (64-bit)\n -V:3.12          Python 3.12\n -V:3.9  Python",
        "Installed Pythons found by py Launcher\n -3.13-64 *\n -3.12-32\n -3.9-64\n -2.7-64\n",
    ],
)
def test_the_launchers_list_names_what_is_new_enough(start: ModuleType, listed: str) -> None:
    assert start.in_launchers_list(listed) == ["py -3.13", "py -3.12"]


def test_only_a_window_that_would_close_waits_for_a_key(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PROMPT", raising=False)
    monkeypatch.setattr(sys, "argv", ["start.py"])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert start.window_of_our_own()
    monkeypatch.setattr(sys, "argv", ["start.py", "doctor"])
    assert not start.window_of_our_own()
    monkeypatch.setattr(sys, "argv", ["start.py"])
    monkeypatch.setenv("PROMPT", "$P$G")
    assert not start.window_of_our_own()
    monkeypatch.delenv("PROMPT")
    monkeypatch.setattr(start, "WINDOWS", False)
    assert not start.window_of_our_own()


@pytest.mark.skipif(os.name == "nt", reason="says what is said elsewhere")
def test_elsewhere_the_command_is_python3(start: ModuleType) -> None:
    assert start.PYTHON == "python3"
