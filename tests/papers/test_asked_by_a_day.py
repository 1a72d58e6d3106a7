"""Whoever gets a paper is asked for an answer by a day, and counsel by whoever may ask it."""

from collections.abc import Callable
from functools import partial

import pytest
from papers import full_pay_rule, full_request
from papers.every_artifact import KINDS, paper_of
from papers.test_open_points_are_asked import PAPERS

from groundwork.learner.papers import text
from groundwork.learner.papers.model import ANSWER_BY, BY_COUNSEL, Paper, Table
from groundwork.subject.asks import Ask


def _of_kind(kind: str) -> Paper:
    return paper_of(KINDS[kind]())


EVERY: dict[str, Callable[[], Paper]] = {
    **PAPERS,
    **{kind: partial(_of_kind, kind) for kind in KINDS},
    "a whole request": lambda: full_request.paper(4),
    "an open pay rule": lambda: full_pay_rule.paper({"work": "Meets"}),
}


@pytest.mark.parametrize("name", EVERY)
def test_an_ask_list_asks_for_an_answer_by_a_day_in_one_sentence(
    name: str, workspace: object
) -> None:
    paper = EVERY[name]()
    assert paper.asks
    lists = [each for each in paper.body if isinstance(each, Table) and ANSWER_BY in each.caption]
    assert len(lists) == 1
    assert text.write(paper).count("Please answer by") == 1


@pytest.mark.parametrize("name", EVERY)
def test_how_counsel_is_asked_stands_once_in_the_first_row_for_counsel(
    name: str, workspace: object
) -> None:
    paper: Paper = EVERY[name]()
    (asked,) = [
        each for each in paper.body if isinstance(each, Table) and ANSWER_BY in each.caption
    ]
    told = [row[1].startswith(BY_COUNSEL) for row in asked.rows if "counsel" in row[0].casefold()]
    assert told == [True, *[False] * len(told)][: len(told)]
    assert sum(BY_COUNSEL in cell for row in asked.rows for cell in row) == bool(told)


def test_the_papers_here_ask_counsel_and_others(workspace: object) -> None:
    offices = {ask.whom for make in EVERY.values() for ask in make().asks}
    assert {"counsel", "finance"} <= offices


def test_counsel_under_the_name_of_a_position_is_asked_likewise() -> None:
    paper = Paper("A", "b", "c", (), asks=(Ask("County Counsel", "x", ""), Ask("counsel", "y", "")))
    assert [row[1] for row in paper._asked("").rows] == [f"{BY_COUNSEL}x", "y"]
