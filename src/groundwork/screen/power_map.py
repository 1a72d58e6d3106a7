"""Build a power map: the decision, the actors as a list and a table, and a picture of both."""

from dataclasses import replace
from typing import Any

import pandas as pd

from groundwork.learner import artefacts
from groundwork.screen.chart import Chart, position_chart
from groundwork.screen.chart_view import ChartView
from groundwork.screen.question import Reply, TextQuestion
from groundwork.screen.records import Field, RecordList
from groundwork.screen.widget import Stack
from groundwork.subject import power
from groundwork.subject.power import Actor, PowerMap

DECISION = "power_map_decision"
ACROSS = {power.AGAINST: 1, power.UNDECIDED: 2, power.UNKNOWN: 2, power.FOR: 3}
FIELDS = (
    Field("name", "Who", help="A post or a group, never a person's name.", required=True),
    Field("part", "Part", "choice", {part: part for part in power.PARTS}),
    Field(
        "influence",
        "Influence",
        "choice",
        {str(step): words for step, words in power.INFLUENCE.items()},
    ),
    Field("stance", "Stance", "choice", {one: one for one in power.STANCES}),
    Field(
        "move",
        "To move them",
        "long text",
        help="What would move them, or how they can move others: a law, a date, a vote, an ally.",
    ),
    Field("ours", "Our own staff?", "choice", {"yes": "yes", "no": "no"}),
)


def power_map(name: str = "power_map") -> Stack:
    """Return the decision, the list of actors, and the picture that both draw.

    Parameters
    ----------
    name
        The artefact's name.
    """
    view = ChartView(name="Your power map")

    def show(records: list[dict[str, Any]]) -> None:
        if records:
            made = map_of(_decision(), records)
            view.show(power_chart(made), told(made), aloud=False)

    actors = RecordList(name, FIELDS, title="Power map", one="post or group", on_change=show)

    def keep(value: str) -> Reply:
        path = artefacts.save(DECISION, {"version": 1, "decision": value}, f"# Decision\n\n{value}")
        show(actors.records)
        return Reply(None, f"Saved in {'/'.join(path.parts[-3:])}.")

    decision = TextQuestion(
        "decision",
        "Which one decision is this map about?",
        rows=2,
        button="Save the decision",
        note="For example: pay for evening hours from the general fund, from next July.",
        reply=keep,
        restore=lambda: _decision() or None,
    )
    return Stack(decision, actors, view)


def map_of(decision: str, records: list[dict[str, Any]]) -> PowerMap:
    """Turn the list's records into a power map; what is left open takes the usual value."""
    return PowerMap(
        decision,
        tuple(
            Actor(
                name=record["name"],
                part=record["part"] or power.ADVISES,
                influence=int(record["influence"] or 2),
                stance=record["stance"] or power.UNKNOWN,
                move=record["move"],
                ours=record["ours"] == "yes",
            )
            for record in records
        ),
    )


def power_chart(made: PowerMap) -> Chart:
    """Draw the actors by where they stand and how much influence they have."""
    unknown = {power.UNKNOWN: ", stance unknown"}
    table = pd.DataFrame(
        {
            "Who": [f"{actor.name}{unknown.get(actor.stance, '')}" for actor in made.actors],
            "Stance": [ACROSS[actor.stance] for actor in made.actors],
            "Influence": [actor.influence for actor in made.actors],
        }
    )
    chart = position_chart(
        table,
        label="Who",
        x="Stance",
        y="Influence",
        ends_of_x=("against", "for"),
        ends_of_y=("little", "much"),
        title=f"Power map: {made.decision}" if made.decision else "Power map",
        unit="steps",
        source="your own judgement, kept in your my_work folder",
        meaning="Look who decides and is not yet for it. Then look who is affected and has little "
        "influence: what would give them a vote?",
    )
    in_words = table.assign(
        Stance=[actor.stance for actor in made.actors],
        Influence=[power.INFLUENCE[actor.influence] for actor in made.actors],
    )
    return replace(chart, table=in_words, marks=())


def told(made: PowerMap) -> dict[str, list[str]]:
    """Say the map as a list, and apart from it what the map overlooks."""
    return {
        "The map in words": power.lines(made),
        "What a colleague might ask": [
            f"{remark.what} {remark.why} {remark.try_instead}" for remark in power.review(made)
        ],
    }


def _decision() -> str:
    saved = artefacts.load(DECISION) or {}
    return str(saved.get("decision", ""))
