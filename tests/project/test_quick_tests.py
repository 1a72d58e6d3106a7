"""`start.py test --quick` takes the tests near a change, and no more than fit into its time."""

import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import what_a_change_touches as quick

ROOT = Path(__file__).parents[2]
STATIC = "src/groundwork/screen/lab/labextension/groundwork/static"


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        ("src/groundwork/subject/power.py", "tests/leadership/test_power_map.py"),
        ("src/groundwork/screen/widgets/records.js", "tests/widgets/test_records.py"),
        ("src/groundwork/screen/widgets/reflection.py", "tests/widgets/test_reflections.py"),
        ("datasets/redlining.csv", "modules/01_root_causes.ipynb"),
        ("modules/01_root_causes.ipynb", "modules/01_root_causes.ipynb"),
        (f"{STATIC}/bookmark.js", "tests/lab/test_bookmark.py"),
        ("start.py", "tests/start/test_start.py"),
        ("README.md", "tests/project/test_readme.py"),
        ("tests/mounts.py", "tests/start/test_open.py"),
        ("tests/widgets/test_place.py", "tests/widgets/test_place.py"),
    ],
)
def test_what_names_a_changed_file_is_near_it(changed: str, first: str) -> None:
    near = quick.distances([changed])
    assert near[first] <= 1
    assert near[first] <= sorted(near.values())[min(len(near), 8) - 1]


def test_a_test_far_from_the_change_comes_last_or_not_at_all() -> None:
    near = quick.distances(["src/groundwork/subject/power.py"])
    assert near["tests/leadership/test_power_map.py"] < near["modules/01_root_causes.ipynb"]
    assert "tests/budget/test_budget_money.py" not in near


def test_the_nearest_are_run_and_the_quicker_of_two_as_near() -> None:
    one, two, far = quick.test_files()[:3]
    seconds = dict.fromkeys((one, far), 2.0) | {two: 1.0}
    chosen, left = quick.choose({one: 1, two: 1, far: 2}, seconds, quick.OF_CODE)
    style, floors = quick.OF_CODE
    assert chosen == [two, style, one, floors, far]
    assert left == []


def test_what_does_not_fit_is_left_out_and_told() -> None:
    one, two, far = quick.test_files()[:3]
    style, floors = quick.OF_CODE
    seconds = {one: 1.0, two: quick.SECONDS + 1.0, far: 2.0, style: 9.0, floors: 1.0}
    assert quick.choose({one: 1, two: 1, far: 2}, seconds, quick.OF_CODE) == (
        [one, style, floors, far],
        [two],
    )


def test_no_worker_is_given_more_than_its_time() -> None:
    files = quick.test_files()[:12]
    style, floors = quick.OF_CODE
    half = quick.SECONDS / 2
    seconds = dict.fromkeys(files, half) | {style: half, floors: 0.0}
    chosen, left = quick.choose(dict.fromkeys(files, 1), seconds, quick.OF_CODE)
    assert chosen == [files[0], style, files[1], floors, files[2]]
    assert left == files[3:]


def test_of_many_that_are_left_out_the_nearest_are_named() -> None:
    assert quick.told(["a", "b"]) == "a, b"
    assert quick.told([*"abcdefg"]) == "a, b, c, d, e and 2 more"


def test_spelling_is_always_looked_at_and_the_code_when_it_was_changed() -> None:
    words, code = quick.always(["modules/01_root_causes.md"]), quick.always(["start.py"])
    assert code == (*words, *quick.OF_CODE)
    assert quick.choose({}, {}, code) == ([*code], [])
    assert all((ROOT / path).is_file() for path in code)


def test_what_goes_through_all_texts_is_nearest_to_a_changed_one() -> None:
    for text in ("modules/01_root_causes.md", "exercises/01_root_causes/01_root_causes.md"):
        near = quick.distances([text])
        for each in ("questions/test_confirmed_keys", "source/test_built_as_written"):
            assert near[f"tests/{each}.py"] == 0
        assert near["tests/cohort/test_sandbox.py"] > 0
    near = quick.distances(["facilitator_guide/text/collating.md"])
    assert near["tests/guide/test_guide_is_built_as_written.py"] == 0
    assert quick.distances(["start.py"]).get("tests/questions/test_confirmed_keys.py", 9) > 0


def test_the_nearest_come_first_and_what_comes_too_late_is_skipped_and_told(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        pytester.makepyfile(**{f"test_{name}": "def test_it():\n    pass"})
    monkeypatch.setattr(quick, "ROOT", pytester.path)
    monkeypatch.setenv(quick.CHOSEN, "test_b.py\ntest_a.py")
    monkeypatch.setenv(quick.UNTIL, str(time.time() + 600))
    hooks = SimpleNamespace(
        pytest_ignore_collect=quick.pytest_ignore_collect,
        pytest_collection_modifyitems=quick.pytest_collection_modifyitems,
        pytest_runtest_setup=quick.pytest_runtest_setup,
    )
    pytester.makepyfile(test_c="def test_it():\n    pass")
    plain = ("-v", "-rs", "-p", "no:cacheprovider", "-p", "no:xdist", "-o", "addopts=")
    run = pytester.inline_run(*plain, plugins=[hooks])
    names = [
        report.nodeid
        for report in run.getreports("pytest_runtest_logreport")
        if report.when == "call"
    ]
    assert names == ["test_b.py::test_it", "test_a.py::test_it"]
    monkeypatch.setenv(quick.UNTIL, "0")
    run = pytester.inline_run(*plain, plugins=[hooks])
    _, skipped, failed = run.listoutcomes()
    assert (len(skipped), failed) == (2, [])
    assert quick.TOO_LATE in str(skipped[0].longrepr)
