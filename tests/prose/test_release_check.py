"""What is past its day stops a release, and only warns in the tests."""

import subprocess
import sys
import warnings
from datetime import date, timedelta
from pathlib import Path

import pytest

from groundwork.authoring import bibliography
from groundwork.authoring.release_check import past
from groundwork.command.main import main
from groundwork.learner.papers.law import law_cards

ROOT = Path(__file__).parents[2]
KNOWN = bibliography.read(ROOT / "datasets" / bibliography.FILE)


def test_nothing_is_past_its_day_or_a_warning_says_what() -> None:
    for sentence in past(ROOT, date.today()):
        warnings.warn(f"Before a release: {sentence}", stacklevel=1)


def test_an_entry_is_due_after_its_day_and_not_on_it() -> None:
    rule = KNOWN.entry("ada-title-ii-web")
    assert rule.look_again == date(2027, 4, 26)
    on, after = ("\n".join(past(ROOT, rule.look_again + timedelta(days))) for days in (0, 1))
    assert "ada-title-ii-web" not in on
    assert (
        f"datasets/bibliography.yaml:{rule.line}: ada-title-ii-web was read on November 25, 2026, "
        "to be read again by April 26, 2027."
    ) in after


def test_a_card_is_due_too() -> None:
    card = law_cards.card("power_map")
    sentences = past(ROOT, card.look_again + timedelta(1))
    assert any("the card power_map was read on" in sentence for sentence in sentences)


def test_the_line_is_that_of_the_entry() -> None:
    lines = (ROOT / "datasets" / bibliography.FILE).read_text(encoding="utf-8").splitlines()
    for entry in KNOWN.entries.values():
        assert lines[entry.line - 1] == f"- id: {entry.key}"


@pytest.mark.parametrize(("day", "status"), [("2026-11-26", 0), ("2027-06-01", 1)])
def test_the_command_fails_only_when_something_is_past(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, day: str, status: int
) -> None:
    monkeypatch.setattr("groundwork.authoring.confirm.unconfirmed", lambda root: {})
    assert main(["release-check", "--on", day, "--course", str(ROOT)]) == status
    said = capsys.readouterr().out
    if status:
        assert "ugesp-1978" in said
        assert "at most six months on" in said
    else:
        assert said == "Nothing has to be read again by November 26, 2026.\n"


def test_a_day_that_is_none_is_bad_usage() -> None:
    command = [sys.executable, "-m", "groundwork", "release-check", "--on", "soon"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 2
    assert "--on" in run.stderr
