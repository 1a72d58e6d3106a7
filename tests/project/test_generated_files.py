"""What is generated is as its generator would make it now, and staleness is noticed offline."""

import shutil
import tomllib
from pathlib import Path

import pytest
import yaml

from groundwork.authoring import environment, lock
from groundwork.command.build import GENERATORS
from groundwork.command.main import main
from groundwork.learner.workspace import course

ROOT = course()
LISTS = ("pyproject.toml", lock.BASE, lock.TEST)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with copies of the lists of dependencies."""
    for name in LISTS:
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_nothing_generated_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["build", "--check"])
    said = capsys.readouterr().out
    assert status == 0, said
    assert said.count("as it should be") == len(GENERATORS)


@pytest.mark.parametrize("name", [lock.BASE, lock.TEST])
def test_a_new_dependency_is_noticed(copy: Path, name: str) -> None:
    replace(copy / "pyproject.toml", "dependencies = [", 'dependencies = [\n    "six",')
    assert f"{name} was made from another list of dependencies." in lock.problems(copy)


def test_a_new_test_dependency_leaves_the_learners_lock_alone(copy: Path) -> None:
    replace(copy / "pyproject.toml", "test = [", 'test = [\n    "not-there>=1",')
    found = lock.problems(copy)
    assert found == [
        f"{lock.TEST} was made from another list of dependencies.",
        f"{lock.TEST}: not-there is missing.",
    ]


def test_a_pin_that_was_edited_is_noticed(copy: Path) -> None:
    replace(copy / lock.BASE, "\nnumpy==", "\nnumpy==1.")
    assert any("numpy==1." in sentence for sentence in lock.problems(copy))


def test_a_pin_without_a_hash_is_noticed(copy: Path) -> None:
    path = copy / lock.BASE
    path.write_text(path.read_text() + "bare==1.0\n")
    assert f"{lock.BASE}: bare==1.0 has no hash." in lock.problems(copy)


def test_an_address_in_a_lock_is_noticed(copy: Path) -> None:
    path = copy / lock.BASE
    path.write_text(path.read_text() + "--index-url https://example.org/simple\n")
    assert any("holds an address" in sentence for sentence in lock.problems(copy))


def test_a_missing_lock_is_noticed(copy: Path) -> None:
    (copy / lock.TEST).unlink()
    assert lock.problems(copy) == [f"{lock.TEST} is missing."]


def test_the_test_lock_holds_what_learners_get() -> None:
    learners, tests = (
        {pin.line for pin in lock.pins((ROOT / name).read_text(encoding="utf-8"))}
        for name in (lock.BASE, lock.TEST)
    )
    assert learners < tests


def test_the_lock_names_the_extras_that_packages_ask_for() -> None:
    # pip's hash mode refuses `jsonschema[format-nongpl]` when only `jsonschema` is pinned.
    lines = [pin.line for pin in lock.pins((ROOT / lock.BASE).read_text(encoding="utf-8"))]
    assert any(line.startswith("jsonschema[") for line in lines)


def test_what_slows_every_start_is_left_out() -> None:
    names = {pin.name for pin in lock.pins((ROOT / lock.BASE).read_text(encoding="utf-8"))}
    assert "rfc3987-syntax" not in names


def test_environment_yml_holds_the_pins_the_course_and_the_python() -> None:
    content = yaml.safe_load((ROOT / environment.FILE).read_text(encoding="utf-8"))
    python, pip, packages = content["dependencies"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert python == "python=" + project["requires-python"].removeprefix(">=")
    assert pip == "pip"
    pins = lock.pins((ROOT / lock.BASE).read_text(encoding="utf-8"))
    assert packages["pip"] == [*(pin.line for pin in pins), "-e ."]
    assert content["channels"][-1] == "nodefaults"


def test_a_changed_lock_makes_environment_yml_stale(copy: Path) -> None:
    before = environment.render(copy)
    replace(copy / lock.BASE, "\nnumpy==", "\nnumpy==1.")
    assert environment.render(copy) != before
