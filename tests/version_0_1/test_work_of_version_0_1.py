"""What was kept with version 0.1 opens after the update: nothing is lost, old pages stay."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from version_0_1.work_of_0_1 import FILES, unpack

from groundwork.command.prepare import prepared
from groundwork.learner import answers, artifacts, place, reflections
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.timeline import department_timeline
from groundwork.subject.readiness_statements import FORMER, STATEMENTS

OLD = {name for name in FILES if name.startswith("my_work/artifacts/")}
DATA = {Path(name).stem for name in OLD if name.endswith(".json") and "damaged" not in name}
BOTH = [place.OWN, place.RIVERBEND]


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the workspace as version 0.1 left it; the current folder is its `modules`."""
    folder = unpack(tmp_path / "groundwork")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    (folder / "datasets").mkdir()
    monkeypatch.chdir(folder / "modules")
    return folder


def kept(name: str) -> Any:
    return json.loads(FILES[f"my_work/artifacts/{name}.json"])


def opened(widget: Any) -> dict[str, Any]:
    view: dict[str, Any] = widget.respond("open", {})
    assert "problem" not in view, view
    return view


def named(name: str, where: str) -> str:
    return f"{name}_riverbend_invented" if where == place.RIVERBEND else name


@pytest.mark.parametrize("where", BOTH)
def test_ratings_open(old: Path, where: str) -> None:
    place.keep(where)
    entries = opened(readiness_profile().children[0])["entries"]
    for row in kept(named("readiness_profile", where))["ratings"]:
        assert entries[row["statement"]] == {"level": row["level"], "evidence": row["evidence"]}
        assert row["statement"] in STATEMENTS or row["statement"] in FORMER


@pytest.mark.parametrize("where", BOTH)
def test_a_root_cause_map_opens_and_what_was_wanted_is_no_outcome(old: Path, where: str) -> None:
    place.keep(where)
    widget = RootCauseMap(place.starting_gap())
    map, before = opened(widget)["map"], kept(named("root_cause_map", where))
    assert map["causes"] == before["causes"]
    wanted = place.GAP_WANTED if where == place.OWN else before["outcome"]
    assert before["outcome"] == wanted
    assert map["outcome"] == ("" if where == place.OWN else wanted)
    assert place.GAP_WANTED not in widget.respond("paper", {"do": "text"})["text"]


@pytest.mark.parametrize("where", BOTH)
def test_a_power_map_opens_with_its_decision(old: Path, where: str) -> None:
    place.keep(where)
    decision, actors, view = power_map().children
    before = kept(named("power_map_decision", where))["decision"]
    assert opened(decision)["value"] == before
    names = [each["name"] for each in kept(named("power_map", where))["records"]]
    assert [each["name"] for each in opened(actors)["records"]] == names
    assert len(view.chart.table) == len(names)
    assert before in actors.respond("paper", {"do": "text"})["text"]


@pytest.mark.parametrize("where", BOTH)
def test_a_timeline_opens_also_one_without_ids(old: Path, where: str) -> None:
    place.keep(where)
    before = [each["what"] for each in kept(named("department_timeline", where))["records"]]
    assert [each["what"] for each in opened(department_timeline())["records"]] == before
    place.keep(place.OWN)
    first = opened(department_timeline("old_timeline"))["records"][0]
    assert (first["id"], first["what"]) == ("r1", "Quarantine by street")


def test_answers_reflections_and_the_choice_open(old: Path) -> None:
    asked = json.loads(FILES["exercises/01_root_causes/answers.json"])["answers"]
    assert answers.read(old / "exercises/01_root_causes") == {
        question: entry["value"] for question, entry in asked.items()
    }
    found = reflections.read("00_start_here", "me")
    assert found is not None and found.text == "Roles: I do it at lunch."
    found = reflections.read("01_root_causes", "unit")
    assert found is not None and found.text.endswith("We gain an hour.")
    assert place.read() == place.OWN


def test_data_moves_once_and_old_pages_and_tables_stay(old: Path) -> None:
    for name in sorted(DATA):
        assert artifacts.load(name) is not None
        assert artifacts.path_of(name).read_text() == FILES[f"my_work/artifacts/{name}.json"]
        assert not (old / f"my_work/artifacts/{name}.json").exists()
    left = {each.relative_to(old).as_posix() for each in (old / "my_work/artifacts").iterdir()}
    assert left == {name for name in OLD if Path(name).stem not in DATA or ".json" not in name}
    for name in left:
        assert (old / name).read_bytes() == FILES[name].encode("utf-8")


def test_deleting_the_moved_data_does_not_bring_old_data_back(old: Path) -> None:
    artifacts.load("power_map")
    artifacts.path_of("power_map").unlink()
    assert artifacts.load("power_map") is None


def test_what_cannot_be_moved_is_read_where_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == old / "my_work/artifacts/power_map.json":
            raise PermissionError("another program has it open")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", held)
    assert artifacts.load("power_map") is not None
    _, actors, _ = power_map().children
    row = opened(actors)["records"][0]
    actors.respond("remove", {"id": row["id"], "shown": row})
    data = json.loads(artifacts.path_of("power_map").read_text(encoding="utf-8"))
    assert (data["format"], len(data["records"])) == (1, 2)
    assert (old / "my_work/artifacts/power_map.json").read_text() == (
        FILES["my_work/artifacts/power_map.json"]
    )


@pytest.mark.skipif(os.name != "posix", reason="the process ends itself the POSIX way")
@pytest.mark.parametrize("moved", range(4))
def test_a_run_ended_in_the_middle_of_moving_loses_nothing(old: Path, moved: int) -> None:
    script = (
        "import os, signal, sys\n"
        "from groundwork.learner import artifacts\n"
        "for name in sys.argv[2:2 + int(sys.argv[1])]: artifacts.load(name)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    names = sorted(DATA)
    run = [sys.executable, "-c", script, str(moved), *names]
    assert subprocess.run(run, cwd=old / "modules", check=False).returncode < 0
    for name in names:
        there = [
            path.read_text(encoding="utf-8")
            for path in (old / f"my_work/{folder}/{name}.json" for folder in ("data", "artifacts"))
            if path.exists()
        ]
        assert there == [FILES[f"my_work/artifacts/{name}.json"]]
        assert artifacts.load(name) is not None


def test_the_update_keeps_a_changed_lesson_and_everything_of_the_learners(old: Path) -> None:
    prepared(old)
    for name in ("modules/01_root_causes.ipynb", "exercises/01_root_causes/answers.json"):
        assert (old / name).read_text(encoding="utf-8") == FILES[name]
    assert (old / "modules/00_start_here.ipynb").read_text(encoding="utf-8") != (
        FILES["modules/00_start_here.ipynb"]
    )
    for name in FILES:
        if name.startswith("my_work/"):
            assert (old / name).read_bytes() == FILES[name].encode("utf-8")
