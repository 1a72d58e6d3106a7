"""Game it: reach a target in an invented office, then choose the measure that resists."""

import pandas as pd

from groundwork.screen.activities.choice_and_chart import choice_and_chart
from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply
from groundwork.subject.counts import counted
from groundwork.subject.metrics.gaming import (
    ASKED,
    MOVES,
    PAIRS,
    TARGET,
    Move,
    Pair,
    cheapest_trick,
    move_of,
    outcome,
    pair_of,
    passes,
)

MODEL = "an invented model of one office; no office was observed"
PLAY = "Play a quarter"


def game_it(name: str = "game_it") -> Stack:
    """Return the move to choose, the pair to choose, and what both show."""

    def play(value: str) -> tuple[Chart, str]:
        move = move_of(value)
        return quarter(move), told(move)

    def pair(value: str) -> Reply:
        chosen = pair_of(value)
        return Reply(None, resists(chosen))

    played = choice_and_chart(
        f"{name}_move",
        f"You run this office. {ASKED} residents bring a complaint in a quarter, and "
        f"{TARGET:.0f} percent must be closed within 30 days. What do you do?",
        {each.name: each.text for each in MOVES},
        play,
        button=PLAY,
        chart="What the quarter shows",
    )
    beside = ChoiceQuestion(
        f"{name}_pair",
        "Now you are the county's auditor. Which one measure do you read beside the first?",
        {each.name: each.text for each in PAIRS},
        button="Play it again with this measure",
        reply=pair,
    )
    return Stack(*played.children, beside)


def quarter(move: Move) -> Chart:
    """Draw what a move shows beside going on as it is, in percent."""
    rows = []
    series = [("As it was", move_of("as_is"))]
    if move.name != "as_is":
        series.append(("With this move", move))
    for label, each in series:
        found = outcome(each)
        rows += [
            ("Closed within 30 days, of those written down", label, found.closed),
            ("Brought again within 60 days, of those closed", label, found.reopened),
            ("Written down as complaints, of all who asked", label, found.taken_in),
            ("Resident says it is solved, of all who asked", label, found.solved),
        ]
    data = pd.DataFrame(rows, columns=["Measure", "Move", "Percent"])
    return bar_chart(
        data,
        "Measure",
        "Percent",
        group="Move",
        title=move.text,
        unit="percent of those named",
        year="one quarter",
        source=MODEL,
        invented="Invented office",
        decimals=0,
        meaning=told(move),
    )


def told(move: Move) -> str:
    """Say what a move shows on the first measure, and what the others show."""
    found, before = outcome(move), outcome(move_of("as_is"))
    reached = "reaches" if found.closed >= TARGET else "misses"
    first = (
        f"{move.closed} of {move.taken_in} complaints written down are closed within 30 days, "
        f"{found.closed:.0f} percent, which {reached} the target."
    )
    solved = f"Of all {ASKED} who asked, {move.solved} say that it is solved"
    if move.name == "as_is":
        return f"{first} {solved}, {found.solved:.0f} percent."
    more = "more" if found.solved > before.solved else "fewer"
    moved = abs(found.solved - before.solved)
    return (
        f"{first} {solved}: {moved:.0f} of every 100 {more} than before. "
        f"It took {counted(move.hours, 'hour')} of work."
    )


def resists(pair: Pair) -> str:
    """Say which trick is still the cheapest that looks good with a pair, or that none is left."""
    trick = cheapest_trick(pair)
    left = [move.text for move in MOVES if move.is_trick and passes(move, pair)]
    if trick is None:
        return (
            "No trick of this model looks good on both any more. Two evenings do not reach the "
            "target in one quarter either: an honest office would be told off. And a new trick "
            "begins at who is asked, and by whom: let another unit ask, and count who did not "
            "answer."
        )
    others = f"{len(left)} of 3 tricks still look good on both."
    if pair.name == "none":
        others = "All 3 tricks look good."
    hours = counted(trick.hours, "hour")
    return f"{others} The cheapest is “{trick.text}”, {hours} of work. Try another."
