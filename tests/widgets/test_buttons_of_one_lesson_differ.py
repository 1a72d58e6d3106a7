"""Two lists of one lesson bear two buttons: else the words for one go into the other."""

import re
from collections import Counter
from pathlib import Path

import pytest
from widgets.test_no_paper_of_nothing import parts

from groundwork import lesson
from groundwork.authoring.source.kinds import KINDS, activity
from groundwork.learner import place
from groundwork.screen.widgets.records import RecordList

LESSONS = sorted((Path(__file__).parents[2] / "modules").glob("0*.md"))


@pytest.mark.parametrize("text", LESSONS, ids=lambda path: path.stem)
def test_each_list_of_a_lesson_calls_its_rows_by_a_name_of_its_own(
    text: Path, workspace: Path
) -> None:
    datasets = workspace / "datasets"
    if not datasets.is_symlink():
        datasets.rmdir()
        datasets.symlink_to(Path(__file__).parents[2] / "datasets")
    place.keep(place.OWN)
    blocks = re.findall(r"^:::\{([\w-]+)\} ?(\w*)", text.read_text(encoding="utf-8"), re.MULTILINE)
    shown = [
        getattr(lesson, kind.call)(name)
        for block, name in blocks
        if (kind := KINDS.get(block))
        and kind.read is activity
        and kind.named
        and hasattr(lesson, kind.call)
        and name
    ]
    lists = [each for one in shown for each in parts(one) if isinstance(each, RecordList)]
    called = Counter(each.content["one"] for each in lists)
    assert [one for one, count in called.items() if count > 1] == []
