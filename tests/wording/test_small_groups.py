"""A few people named by their race are told to the writer, wherever the course takes such words."""

from collections.abc import Callable

import pytest

from groundwork.learner import public_record
from groundwork.learner.papers import causes as cause_paper
from groundwork.learner.papers import power as power_paper
from groundwork.learner.papers import readiness as readiness_paper
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities import readiness as readiness_page
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.subject import small_groups
from groundwork.subject.causes import Cause, CauseMap
from groundwork.subject.power import Actor, PowerMap
from groundwork.subject.readiness import Rating

TWO = "two Black supervisors"


@pytest.mark.parametrize(
    "said",
    [
        "the two Black supervisors",
        "our only Native nurse",
        "3 Hispanic staff in the lab",
        "two of our supervisors are Black",
        "the sole Latina epidemiologist",
        "the only person of color on the team",
        "the three women of color in Finance",
        "three Black mothers told us",
        "both Asian senior managers left",
    ],
)
def test_a_few_people_of_one_race_are_found(said: str) -> None:
    assert small_groups.found(f"We know that {said}.")


@pytest.mark.parametrize(
    "said",
    [
        "one in five Black women",
        "5 Black infants per 1,000",
        "8 Hispanic people of every 100",
        "1 of 3 Black residents has no doctor",
        "9.8 Black people",
        "two Black-owned firms",
        "In 2 Black neighborhoods",
        "Black mothers in the county",
        "one white paper",
        "130 Black nurses",
    ],
)
def test_a_figure_a_place_and_a_large_group_are_not(said: str) -> None:
    assert small_groups.found(said) == ""


PAPERS: dict[str, Callable[[], Paper]] = {
    "who": lambda: power_paper.paper(PowerMap("d", (Actor(f"The {TWO}", "advises"),))),
    "decision": lambda: power_paper.paper(PowerMap(f"Move the {TWO}", (Actor("B", "decides"),))),
    "move": lambda: power_paper.paper(PowerMap("d", (Actor("B", "decides", 2, "for", TWO),))),
    "outcome": lambda: cause_paper.paper(CauseMap(f"The {TWO} left", (_cause("x", ""),))),
    "cause": lambda: cause_paper.paper(CauseMap("o", (_cause(f"the {TWO} left", ""),))),
    "source": lambda: cause_paper.paper(CauseMap("o", (_cause("x", f"The {TWO}"),))),
    "evidence": lambda: readiness_paper.paper([Rating("roles_1", 2, f"Ask the {TWO}")]),
    "note": lambda: readiness_paper.paper([], notes={"roles_1": f"Ask the {TWO}"}),
}


def _cause(text: str, source: str) -> Cause:
    return Cause("c1", "", text, "policy", "people", source)


@pytest.mark.parametrize("made", PAPERS)
def test_the_writer_alone_is_told_before_a_paper_goes_out(made: str) -> None:
    paper = PAPERS[made]()
    assert [each for each in paper.look if f"“{TWO}”" in each]


def test_a_note_beside_a_rating_is_told_on_the_page_at_once() -> None:
    view = ChartView(name="v")
    readiness_page._draw(view, [Rating("roles_1", 2, f"Ask the {TWO}")], invented=False)
    assert TWO in str(view.__dict__)


def test_the_notice_above_each_says_it_before_anything_is_written() -> None:
    for said in (public_record.POWER_MAP, public_record.CAUSE_MAP, public_record.EVIDENCE):
        assert public_record.SMALL_GROUP in said
        assert small_groups.found(said) == TWO
