# mypy: disable-error-code="arg-type"
"""Each artifact half filled, and its paper."""

import datetime
from collections.abc import Callable
from typing import Any

from papers import reading
from widgets.pages import ListPage, MapPage, RatingPage

from groundwork.learner import place
from groundwork.learner.papers import letterhead, word
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.leader_acts import leader_acts
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.timeline import department_timeline
from groundwork.screen.activities.year_goals import year_goals

DAY = datetime.date(2026, 11, 25)
ASKS = "Not known yet. Please answer by ______: yes, no with the reason, or who decides"
GUESS = {"text": "x", "level": "policy", "evidence": "guess", "source": "", "below": ""}


def profile(text: str = "budget") -> Any:
    page = RatingPage(readiness_profile().children[0])
    page.rate("roles_1", level=3, evidence=text)
    page.rate("roles_2", level=None, evidence=text)
    page.rate("leadership_1", level=4)
    return page.widget


def map_of_causes(text: str = "buses end at 6") -> Any:
    page = MapPage(RootCauseMap(place.starting_gap()))
    page.respond("outcome", {"text": text})
    page.respond("add", {**GUESS, "text": text})
    data = {"level": "service", "evidence": "data", "source": text, "below": "c1"}
    page.respond("add", {"text": text, **data})
    return page.widget


def map_of_power(text: str = "the board") -> Any:
    decision, actors, _ = power_map().children
    decision.respond("answer", {"value": text})
    page = ListPage(actors)
    row = {"part": "decides", "influence": "3", "stance": "unknown", "move": "", "ours": "no"}
    page.save(name=text, **row)
    page.save(name="Residents", **{**row, "part": "is affected", "stance": "for", "move": text})
    return actors


def timeline(text: str = "a clinic opens") -> Any:
    page = ListPage(department_timeline())
    page.save(when="1936", what=text, kind="control", decided=text, source=text)
    page.save(when="1968", what="A clinic", kind="not known", decided="", source="")
    return page.widget


def matrix(text: str = "the board") -> Any:
    positions, decisions, _ = decision_matrix().children
    staff = {"money": "5000", "written_in": text, "beyond": "none", "paid": ""}
    ListPage(positions).save(name="Clinic Lead", kind="staff", **staff)
    parts = {"D": "clinic lead", "S": "counsel", "A": "", "W": text.replace(";", ","), "I": ""}
    ListPage(decisions).save(name=text, money="9000", beyond="", affects="yes", days="", **parts)
    return decisions


def charter(text: str = "the board") -> Any:
    seats = ListPage(team_seats().children[0])
    seats.save(position="Clerk", unit=text, level="", hours="6", fund="unknown", stops=text,
               agreed="")  # fmt: skip
    ListPage(leader_acts().children[0]).save(what=text, kind="time", day="May 1", seen_by="")
    parts = team_charter().children[1]
    ListPage(parts).save(part="purpose", says=text, instrument="word")
    return parts


def role(text: str = "the board") -> Any:
    listed = role_statements().children[0]
    rest = dict.fromkeys(("authority", "fund", "reports_to", "measured_by", "comes_off"), "")
    ListPage(listed).save(position="Clerk", current=text, duty="Reads", share="10", **rest)
    return listed


def goal(text: str = "the board") -> Any:
    listed = year_goals().children[0]
    rest = dict.fromkeys(("hours", "asks", "shown_by", "not_counted"), "")
    ListPage(listed).save(position="Clerk", does=text, day="June 30, 2027", **rest)
    return listed


KINDS: dict[str, Callable[..., Any]] = {
    "matrix": matrix,
    "charter": charter,
    "role": role,
    "goal": goal,
    "profile": profile,
    "causes": map_of_causes,
    "power": map_of_power,
    "timeline": timeline,
}


def paper_of(widget: Any) -> Paper:
    return letterhead.on(widget._desk._make(), DAY)


def in_word(widget: Any) -> reading.Read:
    return reading.word(word.write(paper_of(widget)))
