"""A power map says what follows from it, and asks for each thing that it calls not known."""

from hypothesis import given, settings
from leadership.test_power_map import SOUND, maps

from groundwork.learner.papers import power as power_paper
from groundwork.learner.papers.model import Table
from groundwork.subject import power, power_asks
from groundwork.subject.power import Actor, PowerMap


def test_who_decides_and_who_can_block_is_said_with_where_they_stand() -> None:
    made = power.add(SOUND, Actor("Union", "can block", 3, "against"))
    assert power_asks.follows(made) == [
        "Who decides: County Board (undecided; seen or read).",
        "Who can block it: Union (against).",
        "Not known yet, what would move them: Union.",
    ]


def test_where_nobody_decides_or_can_block_that_is_not_known_yet_and_asked() -> None:
    made = PowerMap("x", (Actor("Nurses", "does the work", 2, "for", ours=True),))
    assert power_asks.follows(made) == [
        "Who decides is not known yet.",
        "Whether anybody can block it is not known yet.",
    ]
    assert [ask.what for ask in power_asks.asks(made)] == [
        "who decides", "whether anybody can block it, and who", "whom they can move, and how",
    ]  # fmt: skip


@settings(deadline=None)
@given(maps)
def test_whatever_the_paper_calls_not_known_yet_is_on_its_ask_list(made: PowerMap) -> None:
    paper = power_paper.paper(made)
    asked = {ask.whom for ask in paper.asks}
    rows = [row for block in paper.blocks if isinstance(block, Table) for row in block.rows]
    for name, _, _, stance, move, ours in rows:
        if ours == "not known yet":
            assert any("our own staff" in ask.what and name in ask.what for ask in paper.asks)
        if stance == "stance unknown" or move == "not known yet":
            assert name in asked
    for sentence in power_asks.follows(made) if made.actors else []:
        if "not known yet" in sentence:
            of_the_map = power_asks.WHO_BRINGS_IT in asked
            assert of_the_map or any(name in sentence for name in asked)


def test_who_is_not_on_the_map_yet_is_asked_for_what_is_open() -> None:
    paper = power_paper.paper(SOUND, unfinished=["Union"])
    assert any("stance is open: Union." in str(block) for block in paper.blocks)
    assert ("Union", "their part, influence and stance") in [
        (ask.whom, ask.what) for ask in paper.asks
    ]
