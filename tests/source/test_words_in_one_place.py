"""What a learner reads of an activity stands in one file of its package, and not in its code."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from groundwork.screen import activities
from groundwork.screen.activities.words import FILE, Words

PACKAGE = Path(activities.__path__[0])
# Those whose words moved; another moves when it is touched.
MOVED = [path for path in PACKAGE.glob("*.py") if "words import Words" in path.read_text("utf-8")]
SENTENCE = re.compile(r"[A-Za-z’']+(?:[ ,;:]+[A-Za-z’'“”]+){2,}")


def sentences(text: str) -> list[str]:
    """The strings of a module with three words or more, without those that describe its code."""
    tree = ast.parse(text)
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in told
        and SENTENCE.search(node.value)
    ]


def names(said: object) -> set[str]:
    return set(said) - {"fields"} if isinstance(said, dict) else set()


@pytest.mark.parametrize("path", MOVED, ids=lambda path: path.stem)
def test_an_activity_keeps_no_sentence_in_its_code(path: Path) -> None:
    assert sentences(path.read_text("utf-8")) == [], f"write it into {FILE.name}"


def test_each_sentence_is_said_somewhere() -> None:
    said = yaml.safe_load(FILE.read_text("utf-8"))
    for activity, words in said.items():
        code = (PACKAGE / f"{activity}.py").read_text("utf-8")
        for name in names(words):
            begins = name.split("_")[0]
            assert f'"{name}"' in code or f'f"{begins}_' in code, f"{activity}: {name}"


def test_a_sentence_in_the_code_would_be_seen() -> None:
    assert sentences('"""Told of the module."""\nx = f"You have {n} left to rate."') == [
        " left to rate."
    ]
    assert len(MOVED) >= 5


def test_places_are_filled_in_also_in_the_options_of_a_list() -> None:
    said = Words("timeline", not_known="nobody knows")
    assert said("one") == "moment"
    (kind,) = [each for each in said.fields() if each.id == "kind"]
    assert kind.options["not known"] == "nobody knows"
    assert kind.shown("not known") == "nobody knows"
