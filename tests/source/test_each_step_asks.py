"""Nobody reads through a lesson with their hands in their lap: each step asks something."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.authoring.questions import READERS
from groundwork.authoring.source import course, reader, rules
from groundwork.authoring.source.kinds import KINDS
from groundwork.authoring.source.page import Page

ROOT = Path(__file__).parents[2]
LESSONS = [path for path, kind in course.texts(ROOT).items() if kind == "lesson"]
STEP = re.compile(r"Step \d+\b")
PARTS = ("Before you start", "A worked example", "Your turn", "Your department", "Reflect")
LOOKED_AT = ("chart",)  # a chart shows; it asks nothing


def silent(page: Page) -> Iterator[str]:
    """Yield the heading of each step and part of a lesson in which a learner does nothing."""
    acts = {*READERS, *KINDS} - {*LOOKED_AT}
    does = [block.line for block in page.blocks if block.kind in acts]
    asks = [block.line for block in page.blocks if block.kind in READERS]
    headings = rules.headings(page)
    for at, heading in enumerate(headings):
        is_step = bool(STEP.match(heading.text))
        if not is_step and not (heading.level == 2 and heading.text.startswith(PARTS)):
            continue
        # A part ends where the next one begins, a step at the next heading of any kind.
        after = [each for each in headings[at + 1 :] if is_step or each.level <= 2]
        end = after[0].line if after else 10**6
        if not any(heading.line < line < end for line in (asks if is_step else does)):
            yield heading.text


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_each_step_and_part_of_a_lesson_asks_something(path: Path) -> None:
    page, _ = reader.read(path)
    assert list(silent(page)) == []


TEXT = """---
title: A job
---

# A job

## A worked example

### Step 1. Look

:::{choose} q
:::

### Step 2. Look again

:::{chart} c
:::

## Your turn

Read on.
"""


def test_a_step_without_a_question_and_a_part_without_an_act_are_seen(tmp_path: Path) -> None:
    page, _ = reader.read(tmp_path / "x.md", TEXT)
    assert list(silent(page)) == ["Step 2. Look again", "Your turn"]
