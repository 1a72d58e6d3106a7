"""The decision-rights matrix as a paper that somebody wrote: named once, and readable aloud."""

import re
from dataclasses import replace

import pytest

from groundwork.learner.papers import decision_rights
from groundwork.learner.papers.model import Heading, Items
from groundwork.screen.activities.decision_matrix import riverbend
from groundwork.subject.leadership.authority import UNKNOWN
from groundwork.subject.leadership.decision_rights import Matrix
from groundwork.subject.leadership.matrix_rows import matrix_of

RIVERBEND = matrix_of(*riverbend())
# The same with every box left open, and with nothing that anybody may decide.
OPEN = replace(
    RIVERBEND,
    positions=tuple(replace(each, authority=UNKNOWN) for each in RIVERBEND.positions),
    decisions=tuple(replace(each, sign_days=None, notice="open") for each in RIVERBEND.decisions),
)
BARE = replace(
    RIVERBEND,
    positions=tuple(
        replace(each, written_in="", staff_written_in="", rule_written_in="", paid=None)
        for each in RIVERBEND.positions
    ),
)
MATRICES = {"riverbend": RIVERBEND, "open": OPEN, "bare": BARE}


def said(matrix: Matrix) -> list[str]:
    """Return each item of what is open, and what is asked for."""
    paper = decision_rights.paper(matrix)
    lists = [block for block in paper.blocks if isinstance(block, Items)]
    return [text for each in lists for _, text in each.items] + [ask.what for ask in paper.asks]


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES)
def test_what_is_open_stands_below_its_decision_which_is_named_once(matrix: Matrix) -> None:
    blocks = decision_rights.paper(matrix).blocks
    heads = [each.text for each in blocks if isinstance(each, Heading) and each.level == 2]
    assert heads and len(set(heads)) == len(heads)
    names = [decision.name for decision in matrix.decisions]
    assert heads == [each for each in [*names, "In all"] if each in heads]
    assert not [each for each in said(matrix) for name in names if name in each]


@pytest.mark.parametrize("matrix", MATRICES.values(), ids=MATRICES)
def test_no_sentence_needs_an_article_before_a_position(matrix: Matrix) -> None:
    """A position stands before a colon, in a list of names or in brackets, and is no subject."""
    names = sorted((each.name for each in matrix.positions), key=len, reverse=True)
    one = "|".join(map(re.escape, names))
    alone = rf"(?:^|[(:;] ?| and )(?:{one})(?=$|[:;).,]| and )"
    found = [each for each in said(matrix) if re.search(one, each)]
    assert len(found) > 2
    assert [each for each in found if re.search(one, re.sub(alone, "", each))] == []
