"""A power map: who decides, who is affected, how much each can move, and what would move them.

Actors are positions and groups, never private persons: the map may become a public record.
Influence and stance are one person's judgment on one day, in three and four steps, and are never
added up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from groundwork.subject import records, silence, small_groups, wording
from groundwork.subject.errors import UserError
from groundwork.subject.names import names_somebody
from groundwork.subject.remark import Remark, harms_first

DECIDES, ADVISES, WORKS, AFFECTED = "decides", "advises", "does the work", "is affected"
CAN_BLOCK, CAN_FUND = "can block", "can fund"
PARTS = (DECIDES, ADVISES, WORKS, AFFECTED, CAN_BLOCK, CAN_FUND)
FOR, UNDECIDED, AGAINST, UNKNOWN = "for", "undecided", "against", "unknown"
STANCES = (FOR, UNDECIDED, AGAINST, UNKNOWN)
BASES = {
    "told": "they said so",
    "seen": "seen or read",
    "heard": "heard from others",
    "guess": "my guess",
}
"""How somebody knows where an actor stands."""

TOLD_AS = {**BASES, "guess": "a guess"}  # to somebody who did not write it
NOT_SURE = {basis: TOLD_AS[basis] for basis in ("heard", "guess")}
OURS = {True: ", our staff", False: ", not our staff", None: ""}
INFLUENCE = {1: "little influence", 2: "some influence", 3: "much influence"}


@dataclass(frozen=True)
class Actor:
    """A position or group in the map.

    Attributes
    ----------
    name
        The position or group, not a person's name.
    part
        One of `PARTS`.
    influence
        1 little, 2 some, 3 much: over this one decision.
    stance
        One of `STANCES`.
    move
        What would move them, or how they can move others.
    ours
        Whether they are staff of the department; None when nobody has said.
    basis
        How the stance is known, one of `BASES`; "" when nobody has said.
    """

    name: str
    part: str
    influence: int = 2
    stance: str = UNKNOWN
    move: str = ""
    ours: bool | None = None
    basis: str = ""

    def __post_init__(self) -> None:
        """Refuse what has no meaning on a map."""
        if not self.name.strip():
            raise UserError(
                "An actor has no name.", "Write a position or a group, such as 'Board'."
            )
        _one_of(self.part, PARTS, f"The part of {self.name!r}")
        _one_of(self.stance, STANCES, f"The stance of {self.name!r}")
        _one_of(self.basis, ("", *BASES), f"How you know the stance of {self.name!r}")
        if self.influence not in INFLUENCE or isinstance(self.influence, bool):
            raise UserError(
                f"The influence of {self.name!r} is {self.influence!r}.",
                "Write 1 for little, 2 for some or 3 for much.",
            )


@dataclass(frozen=True)
class PowerMap:
    """The decision the map is about, and its actors; each actor's name is there once."""

    decision: str = ""
    actors: tuple[Actor, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an actor who is there twice."""
        names = [_key(actor.name) for actor in self.actors]
        for actor in self.actors:
            if names.count(_key(actor.name)) > 1:
                raise UserError(
                    f"{actor.name!r} is on the map twice.",
                    "Keep one, or tell them apart, such as 'Board chair' and 'Board members'.",
                )


def to_see(power: PowerMap) -> str:
    """Say who on the map decides and is not for it, and who is affected with little influence."""
    deciders = [actor for actor in power.actors if actor.part == DECIDES]
    not_for = [actor.name for actor in deciders if actor.stance != FOR]
    unheard = [
        actor.name for actor in power.actors if actor.part == AFFECTED and actor.influence == 1
    ]
    told = []
    if not_for:
        told.append(f"Decides and is not for it, or not known to be: {', '.join(not_for)}.")
    elif deciders:
        several = len(deciders) > 1
        who = "Each who decides" if several else f"{deciders[0].name} decides and"
        told.append(f"{who} is for it.")
    if unheard:
        told.append(f"Is affected and has little influence: {', '.join(unheard)}.")
    return " ".join(told)


def add(power: PowerMap, actor: Actor) -> PowerMap:
    """Give a map with one actor more."""
    return replace(power, actors=(*power.actors, actor))


def edit(power: PowerMap, name: str, **changes: Any) -> PowerMap:
    """Give a map in which the fields of one actor are changed."""
    place = _find(power, name)
    actors = list(power.actors)
    try:
        actors[place] = replace(actors[place], **changes)
    except TypeError:
        raise UserError(
            f"An actor has no such field: {', '.join(changes)}.",
            "Change name, part, influence, stance, basis, move or ours.",
        ) from None
    return replace(power, actors=tuple(actors))


def remove(power: PowerMap, name: str) -> PowerMap:
    """Give a map without one actor."""
    place = _find(power, name)
    return replace(power, actors=power.actors[:place] + power.actors[place + 1 :])


def review(power: PowerMap) -> list[Remark]:
    """Remark on what a map overlooks; show `closing` below. An empty map gets one: start."""
    if not power.actors:
        return [
            Remark(
                what="Nobody is on the map.",
                why="Power that is not named works all the same.",
                try_instead="Start with the position that says yes or no, then with those who live "
                "with it.",
            )
        ]
    return harms_first(
        [*_map_remarks(power), *_basis(power), *_actor_remarks(power), *_wording(power)]
    )


def closing(power: PowerMap) -> str:
    """Say what the review looked at and cannot tell."""
    looks_at = (
        "who decides, who is affected, who is missing, how stances are known and what would move "
        "them"
    )
    return silence.closing(review(power), looks_at, len([*_wording(power)]))


def _wording(power: PowerMap) -> Iterator[Remark]:
    texts = [("", power.decision)]
    texts += [(actor.name, text) for actor in power.actors for text in (actor.name, actor.move)]
    for name, text in texts:
        for found in wording.remarks(text):
            offer = f"Try: {found.try_instead}."
            yield Remark(
                about=name,
                what=f"“{found.found}”.",
                why=found.why,
                try_instead=offer,
                is_wording=True,
            )


def _map_remarks(power: PowerMap) -> Iterator[Remark]:
    if not power.decision.strip():
        yield Remark(
            what="The map does not say which decision it is about.",
            why="The same board is strong on one matter and weak on another.",
            try_instead="Write one decision, such as 'Baseline the equity coordinator in the next "
            "budget'.",
        )
    parts = {actor.part for actor in power.actors}
    if DECIDES not in parts:
        yield Remark(
            what="Nobody on the map decides.",
            why="Without the decider, effort goes to those who can only agree with you.",
            try_instead="Ask who signs. Add that position.",
        )
    if AFFECTED not in parts:
        yield Remark(
            what="Nobody on the map is affected.",
            why="A map without those who live with the decision repeats who was left out.",
            try_instead="Add the groups that gain and the groups that carry the cost.",
            question="Who gains from the decision, and who carries its cost?",
        )
    if all(actor.ours for actor in power.actors):
        yield Remark(
            what="Only the department's own staff are on the map.",
            why="Boards, unions, funders and residents move what staff alone cannot.",
            try_instead="Add who outside the department can decide, fund, block or speak.",
            question="Who outside the department can decide, fund, block or speak?",
        )
    agreed = all(actor.stance == FOR for actor in power.actors)
    if agreed and len(power.actors) > 2:
        yield Remark(
            what="Everybody on the map is for it.",
            why="Those who are missing may be against it, and may be right about a cost.",
            try_instead="Ask who would lose time, money or say, and add them.",
            question="Who would lose time, money or say by the decision?",
        )


def _basis(power: PowerMap) -> Iterator[Remark]:
    bare = [a.name for a in power.actors if a.stance != UNKNOWN and not a.basis]
    if bare:
        names = "; ".join(bare)
        yield Remark(
            about=bare[0] if len(bare) == 1 else "",
            what=f"Nothing says how you know where they stand: {names}.",
            why="A wrong stance can harm whoever holds the position, and sends work the wrong way.",
            try_instead="Choose how you know it. A guess? Then “unknown” may be the fairer stance.",
            question=f"How is it known where they stand: {names}?",
        )


def _actor_remarks(power: PowerMap) -> Iterator[Remark]:
    yield from small_groups.remarks("", power.decision)
    for actor in power.actors:
        yield from small_groups.remarks(actor.name, actor.name, actor.move)
        if names_somebody(actor.name):
            yield Remark(
                about=actor.name,
                harms=True,
                what=f"{actor.name!r} reads like a person's name.",
                why="A map of private persons can harm them, and may become a public record.",
                try_instead="Write the position or the group.",
            )
        if actor.move.strip():
            continue
        if actor.part == AFFECTED and actor.influence == 1:
            yield Remark(
                about=actor.name,
                what=f"{actor.name} are affected, have little influence, and no way to get more.",
                why="Rules keep them out of the decision, and rules can be changed.",
                try_instead="Write a path: a paid seat, a vote, a hearing whose agenda they set.",
            )
        elif actor.part in (DECIDES, CAN_BLOCK, CAN_FUND) and actor.stance == UNKNOWN:
            yield Remark(
                about=actor.name,
                what=f"{actor.name} {actor.part}, and nobody knows where they stand.",
                why="A surprise at the vote is too late.",
                try_instead="Write who will ask them, and by when.",
            )
        elif actor.part in (DECIDES, CAN_BLOCK, CAN_FUND) and actor.stance != FOR:
            yield Remark(
                about=actor.name,
                what=f"{actor.name} {actor.part} and is {actor.stance}, and nothing says what "
                "would "
                "move them.",
                why="Those who are sure need no work. Those who are not are where work counts.",
                try_instead="Write what they care about, whom they listen to, and what you can "
                "offer.",
            )


def lines(power: PowerMap) -> list[str]:
    """Say the map as a list, the most influential first within each part."""
    told = [f"Decision: {power.decision.strip().rstrip('.') or 'not named yet'}."]
    for part in PARTS:
        actors = [actor for actor in power.actors if actor.part == part]
        for actor in sorted(actors, key=lambda actor: -actor.influence):
            stance = stance_words(actor)
            inside = OURS[actor.ours]
            move = f" To move: {actor.move.strip().rstrip('.')}." if actor.move.strip() else ""
            told.append(
                f"{actor.name} — {part}{inside}; {INFLUENCE[actor.influence]}; {stance}.{move}"
            )
    return told


def stance_words(actor: Actor) -> str:
    """Say where an actor stands as words that stand alone, and how that is known."""
    if actor.stance == UNKNOWN:
        return "stance unknown"
    return "; ".join(filter(None, (actor.stance, TOLD_AS.get(actor.basis))))


def to_data(power: PowerMap) -> dict[str, Any]:
    """Turn a map into plain lists and dictionaries, ready for JSON."""
    data: dict[str, Any] = records.to_data(power)
    return data


def from_data(data: Any) -> PowerMap:
    """Read back what `to_data` wrote, or raise a UserError that names the damaged place."""
    return records.from_data(PowerMap, data, "power map")


def _find(power: PowerMap, name: str) -> int:
    names = [_key(actor.name) for actor in power.actors]
    if _key(name) not in names:
        near = get_close_matches(name, [actor.name for actor in power.actors], n=1)
        raise UserError(
            f"There is no {name!r} on the map.",
            f"Did you mean {near[0]!r}?" if near else "Add them first.",
        )
    return names.index(_key(name))


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _one_of(value: str, choices: tuple[str, ...], label: str) -> None:
    if value not in choices:
        raise UserError(f"{label} is {value!r}.", f"Write one of: {', '.join(choices)}.")
