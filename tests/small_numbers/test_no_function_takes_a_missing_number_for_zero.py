# mypy: ignore-errors
"""A number is there, hidden or missing, for every public function of the subject that takes one.

Which functions there are is read from the subject itself, so that a new one has its place in the
one list `CALLS`, or in `EXCEPT` a reason why not. Each call is tried with everything that stands
for a missing number, with what is no number, with numbers that mean nothing, in columns of every
type that pandas has for them, and with labels that come twice or in levels.
"""

import ast
import dataclasses
import importlib
import importlib.util
import inspect
import math
import pkgutil
import typing
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import calls_of_the_subject as calls
import numpy as np
import pandas as pd
import pytest
from calls_of_the_subject import CALLS, EXCEPT, EXCEPT_MODULES

import groundwork.subject
from groundwork import lesson
from groundwork.subject.errors import UserError

ROOT = Path(__file__).parents[2]
SUBJECT = "groundwork.subject"
USERS = ("learner", "screen", "command", "authoring", "cohort")


def public() -> set[str]:
    """Every public function of the subject that takes a number, but for the readers of files."""
    found = set()
    for module in pkgutil.walk_packages(groundwork.subject.__path__, f"{SUBJECT}."):
        if ".own_data" in module.name:  # what reads files has tests of its own: tests/own_data
            continue
        made = importlib.import_module(module.name)
        for name, each in vars(made).items():
            own = inspect.isfunction(each) and each.__module__ == module.name
            if own and not name.startswith("_") and _counts(each):
                found.add(_name(each))
    return found


def used() -> set[str]:
    """Those that lessons, exercises and commands import."""
    found = set()
    for folder in USERS:
        for path_ in (ROOT / "src" / "groundwork" / folder).rglob("*.py"):
            found |= _imported(ast.parse(path_.read_text(encoding="utf-8")))
    for target in lesson.NAMES.values():
        module, _, name = target.partition(":")
        if module.startswith(SUBJECT) and name:
            found.add((module, name))
    functions = set()
    for module, name in found:
        each = getattr(importlib.import_module(module), name, None)
        if inspect.isfunction(each) and each.__module__.startswith(SUBJECT):
            functions.add(each)
    return {_name(each) for each in functions if ".own_data." not in each.__module__} & public()


def _imported(tree: ast.AST) -> set[tuple[str, str]]:
    """Names that are imported from the subject, and names that are asked of its modules."""
    names, modules = set(), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(SUBJECT):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if importlib.util.find_spec(node.module).submodule_search_locations and (
                    importlib.util.find_spec(whole)
                ):
                    modules[alias.asname or alias.name] = whole
                else:
                    names.add((node.module, alias.name))
    for node in ast.walk(tree):
        of_name = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if of_name and node.value.id in modules:
            names.add((modules[node.value.id], node.attr))
    return names


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__name__}".removeprefix(f"{SUBJECT}.")


_NUMBERS = (int, float, np.ndarray, pd.Series, pd.DataFrame)


def _counts(function: Callable[..., object]) -> bool:
    """Whether a number can be among what a function takes."""
    hints = typing.get_type_hints(function)
    return any(_holds_numbers(hint) for name, hint in hints.items() if name != "return")


def _holds_numbers(hint: object, depth: int = 0) -> bool:
    if (
        hint is typing.Any
        or hint is object
        or getattr(hint, "__name__", "") in ("Decimal", "Fraction")
    ):
        return True
    if isinstance(hint, type) and issubclass(hint, _NUMBERS):
        return hint is not bool
    if dataclasses.is_dataclass(hint) and depth < 3:
        return any(_holds_numbers(each, depth + 1) for each in typing.get_type_hints(hint).values())
    return any(_holds_numbers(each, depth) for each in typing.get_args(hint))


def test_every_public_function_has_its_place() -> None:
    everything = public()
    modules = {name for name in everything if name.rpartition(".")[0] in EXCEPT_MODULES}
    rest = everything - set(CALLS) - set(EXCEPT) - modules
    assert rest == set(), "take it into CALLS, or say in EXCEPT why not"
    assert set(CALLS) <= everything
    assert set(EXCEPT) <= everything
    assert not set(CALLS) & set(EXCEPT)
    assert all(EXCEPT.values())
    assert all(EXCEPT_MODULES.values())
    assert {name.rpartition(".")[0] for name in modules} == set(EXCEPT_MODULES)
    tried = len(used() & set(CALLS))
    print(f"{len(everything)} functions take a number: {len(CALLS)} are tried, {tried} of them in "
          f"use; {len(everything) - len(CALLS)} have a reason why not")  # fmt: skip


MISSING = {"None": None, "NaN": math.nan, "NA": pd.NA, "NaT": pd.NaT, "numpy": np.float64("nan")}
NO_NUMBER = {
    "words": "about 12", "hidden": "*", "few": "<10", "nothing": "", "endless": math.inf,
    "endless below": -math.inf, "yes": True, "no": False, "bytes": b"3",
    "decimal": Decimal("NaN"), "complex": 1j, "thing": object(),
}  # fmt: skip
STANDS_FOR_NOTHING = {**MISSING, **NO_NUMBER}
NUMBERS = (1, 2, 3, 7, 50)


def is_missing(answer: object) -> bool:
    if isinstance(answer, tuple):
        return any(map(is_missing, answer))
    if isinstance(answer, pd.DataFrame):
        return bool(answer.isna().to_numpy().any())
    if isinstance(answer, pd.Series):
        return bool(answer.isna().any())
    if answer is None or answer is pd.NA or answer is pd.NaT or answer in ("", "missing"):
        return True
    return isinstance(answer, float | Decimal) and math.isnan(answer)


def tried(call: Callable[[object], object], value: object) -> object:
    """What a call answers, or the sentence with which it refuses."""
    try:
        return call(value)
    except UserError as error:
        assert error.fix
        return error


def gives_nothing(answer: object) -> bool:
    return isinstance(answer, UserError) or is_missing(answer)


@pytest.mark.parametrize("name", CALLS)
def test_what_is_no_number_gives_nothing_or_a_sentence(name: str) -> None:
    for at, call in enumerate(CALLS[name]):
        for what, value in STANDS_FOR_NOTHING.items():
            answer = tried(call, value)
            endless = name in calls.MAY_BE_ENDLESS and "endless" in what
            assert gives_nothing(answer) or endless, f"{name} {at} takes {what} for {answer}"


@pytest.mark.parametrize("name", sorted(set(CALLS) - set(calls.MAY_BE_BELOW_ZERO)))
def test_a_number_below_zero_is_refused_where_it_means_nothing(name: str) -> None:
    for at, call in enumerate(CALLS[name]):
        for value in (-3, -0.5, Decimal("-1")):
            answer = tried(call, value)
            assert gives_nothing(answer), f"{name} {at} takes {value} for {answer}"


# A missing value, and one that is no number, in each type that a column can have.
COLUMNS = {
    "Int64": (None,), "Float64": (None,), "string": (None, "about 12"), "boolean": (None, True),
}  # fmt: skip


@pytest.mark.parametrize("dtype", COLUMNS)
@pytest.mark.parametrize("name", CALLS)
def test_a_column_of_any_type_keeps_a_missing_number_missing(
    name: str, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "FORM", calls.Form(dtype))
    for at, call in enumerate(CALLS[name]):
        for value in COLUMNS[dtype]:
            answer = tried(call, value)
            assert gives_nothing(answer), f"{name} {at}: {value} in {dtype} gives {answer}"


@pytest.mark.parametrize("dtype", ["Int64", "Float64"])
@pytest.mark.parametrize("name", CALLS)
def test_a_column_that_can_hold_missing_numbers_gives_the_same_answer(
    name: str, dtype: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at, call in enumerate(CALLS[name]):
        for number in NUMBERS:
            plain = tried(call, number)
            monkeypatch.setattr(calls, "FORM", calls.Form(dtype))
            typed = tried(call, number)
            monkeypatch.undo()
            assert said(typed) == said(plain), f"{name} {at} of {dtype}: {typed}, not {plain}"


@pytest.mark.parametrize("index", ["twice", "levels"])
@pytest.mark.parametrize("name", CALLS)
def test_labels_that_come_twice_or_in_levels_change_no_answer(
    name: str, index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at, call in enumerate(CALLS[name]):
        for number in NUMBERS:
            plain = tried(call, number)
            monkeypatch.setattr(calls, "FORM", calls.Form(index=index))
            answer = tried(call, number)
            monkeypatch.undo()
            same = isinstance(answer, UserError) or said(answer) == said(plain)
            assert same, f"{name} {at}, labels {index}: {answer}, not {plain}"


def said(answer: object) -> str:
    """What an answer says, whatever its labels and types are."""
    if isinstance(answer, UserError):
        return "refused"
    if isinstance(answer, pd.DataFrame):
        return str([[_plain(cell) for cell in row] for row in answer.to_numpy(object)])
    if isinstance(answer, pd.Series):
        return str([_plain(cell) for cell in answer.to_numpy(object)])
    return str(_plain(answer))


def _plain(value: object) -> object:
    number = isinstance(value, int | float | np.number) and not isinstance(value, bool)
    return float(value) if number else repr(value)


@pytest.mark.parametrize("name", CALLS)
def test_a_number_that_is_there_gives_an_answer(name: str) -> None:
    """Some number is taken, or the tests above would be true of a function that refuses all."""
    for at, call in enumerate(CALLS[name]):
        taken = (tried(call, number) for number in (*NUMBERS, "3", 0.5, 100))
        assert any(not isinstance(answer, UserError) for answer in taken), f"{name} {at}"
