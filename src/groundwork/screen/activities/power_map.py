"""Build a power map: the decision, the actors as a list and a table, and a picture of both."""

import warnings
from dataclasses import replace
from typing import Any

import pandas as pd

from groundwork.learner import place, public_record
from groundwork.learner.artifacts import Artifact
from groundwork.learner.papers import letterhead
from groundwork.learner.papers import power as power_paper
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.words import Words
from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.charts.paper_picture import picture_of
from groundwork.screen.charts.position_chart import position_chart, shortened
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Line, Told
from groundwork.screen.widgets.questions import Reply, TextQuestion
from groundwork.screen.widgets.records import RecordList
from groundwork.subject import power, silence
from groundwork.subject.power import Actor, PowerMap

DECISION = "power_map_decision"
ACROSS = {power.AGAINST: 1, power.UNDECIDED: 2, power.UNKNOWN: 2, power.FOR: 3}
SAID = Words("power_map")
FIELDS = SAID.fields(
    part={part: part for part in power.PARTS},
    influence={str(step): words for step, words in power.INFLUENCE.items()},
    stance={one: one for one in power.STANCES},
    basis=dict(power.BASES),
)


def power_map(name: str = "power_map") -> Stack:
    """Return the decision, the list of actors, and the picture that both draw.

    Parameters
    ----------
    name
        The artifact's name; Riverbend County (invented) has its own, when that is the place.
    """
    view = ChartView(name=SAID("view"))
    invented = place.read() == place.RIVERBEND
    decided = Artifact(
        place.artifact(DECISION),
        "",
        lambda data: str(data["decision"]),
        lambda text: {"decision": text},
    )

    def show(records: list[dict[str, Any]]) -> None:
        made = map_of(decided.now(), records)
        if made.actors:
            chart = power_chart(made, invented=invented)
            said = told(made, place.artifact(name))
            view.show(chart, {**said, **_left_out(records, place.artifact(name))}, aloud=False)
        else:
            view.clear()

    def paper(records: list[dict[str, Any]]) -> Paper:
        made = map_of(decided.now(), records)
        return power_paper.paper(
            made,
            # The decision stands above the paper, so the chart need not say it again.
            picture=picture_of(power_chart(replace(made, decision=""), invented=invented))
            if made.actors
            else None,
            unfinished=[record["name"] for record in records if not _complete(record)],
            invented=letterhead.INVENTED if invented else "",
        )

    actors = RecordList(
        place.artifact(name),
        FIELDS,
        title=place.titled(SAID("title")),
        one=SAID("one"),
        check=lambda records: map_of("", records),
        on_change=show,
        paper=paper,
        beside=decided.now,
    )

    def keep(value: str) -> Reply:
        decided.change(lambda _: value)
        show(actors.records)
        return Reply(None, SAID("saved"))

    decision = TextQuestion(
        "decision",
        SAID("decision"),
        rows=2,
        button=SAID("decision_button"),
        record=public_record.POWER_MAP,
        note=SAID("decision_note"),
        reply=keep,
        restore=lambda: decided.now() or None,
    )
    return Stack(decision, actors, view)


def map_of(decision: str, records: list[dict[str, Any]]) -> PowerMap:
    """Turn the list's records into a power map, without those that lack what the map says."""
    return PowerMap(
        decision,
        tuple(
            Actor(
                name=record["name"],
                part=record["part"],
                influence=int(record["influence"]),
                stance=record["stance"],
                move=record["move"],
                basis=record["basis"] if record["stance"] != power.UNKNOWN else "",
                ours={"yes": True, "no": False}.get(record["ours"]),
            )
            for record in records
            if _complete(record)
        ),
    )


def _complete(record: dict[str, Any]) -> bool:
    """Whether part, influence and stance are all chosen; an open one is no statement."""
    return all(record[each.id] for each in FIELDS if each.required)


def _left_out(records: list[dict[str, Any]], list_: str) -> Told:
    names = [each["name"] for each in records if not _complete(each)]
    return {SAID("left_out"): [Line(SAID("edit", name=name), list_, (name,)) for name in names]}


def power_chart(made: PowerMap, *, invented: bool = False) -> Chart:
    """Draw the actors by where they stand and how much influence they have."""
    unknown = {power.UNKNOWN: SAID("unknown")}
    decision = shortened(" ".join(shortened(word, 30) for word in made.decision.split()), 150)
    table = pd.DataFrame(
        {
            "Who": [
                f"{shortened(actor.name, 48)}{unknown.get(actor.stance, '')}"
                for actor in made.actors
            ],
            "Stance": [ACROSS[actor.stance] for actor in made.actors],
            "Influence": [actor.influence for actor in made.actors],
        }
    )
    with warnings.catch_warnings():
        # The font lacks some scripts; the map in words below the picture holds every letter.
        warnings.filterwarnings("ignore", "Glyph")
        chart = position_chart(
            table,
            label="Who",
            x="Stance",
            y="Influence",
            ends_of_x=("against", "for"),
            ends_of_y=("little", "much"),
            title=SAID("titled", decision=decision) if decision else SAID("title"),
            unit=SAID("unit"),
            source=SAID("source_invented" if invented else "source"),
            invented=place.RIVERBEND_NAME if invented else "",
            meaning=power.to_see(made),
        )
    in_words = table.assign(
        Who=[f"{actor.name}{unknown.get(actor.stance, '')}" for actor in made.actors],
        Stance=[actor.stance for actor in made.actors],
        Influence=[power.INFLUENCE[actor.influence] for actor in made.actors],
    )
    return replace(chart, table=in_words, marks=())


def told(made: PowerMap, list_: str) -> Told:
    """Say the map as a list, and apart from it what the map overlooks.

    Parameters
    ----------
    list_
        The artifact whose rows the remarks lead to.
    """
    remarks = power.review(made)
    left_out = silence.left_out(remarks)
    return {
        **({SAID("before_paper"): [left_out]} if left_out else {}),
        SAID("in_words"): power.lines(made),
        SAID("colleague"): [
            *(
                Line(
                    f"{each.what} {each.why} {each.try_instead}",
                    list_,
                    (each.about,) if each.about else (),
                )
                for each in remarks
            ),
            power.closing(made),
        ],
    }
