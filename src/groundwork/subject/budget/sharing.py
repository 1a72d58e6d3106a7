"""Share money by need with the reason first: need alone, then the chosen weights, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from groundwork.subject import choosing, counsel_words, outside, race_words, silence
from groundwork.subject.asks import Ask, is_open, so_far
from groundwork.subject.budget import over
from groundwork.subject.budget.allocation import Dollars, allocate
from groundwork.subject.budget.money import show_dollars, to_cents
from groundwork.subject.errors import UserError
from groundwork.subject.leadership import chosen_by_race
from groundwork.subject.race_words import without_bodies
from groundwork.subject.remark import NUDGE, Remark
from groundwork.subject.states import at_least, whole

# What is written before any result, and what the note says beside it.
PARTS = {
    "chose": "Who chose the weights, and when",
    "need": "The need that is shared by, and its source and year",
    "reason": "Why that need, written before any result",
    "loses": "Who loses, what they are told, and by whom",
    "counsel": "Day on which counsel was asked what may be compared, and by which position",
    "review": "Day on which the weights are looked at again",
}
FIRST = ("chose", "need", "reason")
ASKED_OF = {
    "chose": "the director",
    "need": "the epidemiologist",
    "loses": "the director",
    "counsel": "counsel",
}
DEPUTY = "the deputy director"
BY_NEED = ("need", "reason")
_MAY = {
    "chose": "those who decide may be chosen, or money shared,",
    "loses": "those who lose, or tell it, may be chosen",
}
NEED, PEOPLE = "need", "people"


@dataclass(frozen=True)
class Place:
    """A place to share among: its people, and those of them in need by the chosen count.

    `now` is what it gets this year, in dollars; None where nobody said.
    """

    name: str
    people: int
    in_need: int
    now: Dollars | None = None


@dataclass(frozen=True)
class Weights:
    """How money is shared: dollars in all, the weight of need in percent, a base for each place.

    The number of people has the rest of the weight.
    """

    total: Dollars
    need_percent: int
    base: Dollars = 0


@dataclass(frozen=True)
class Shared:
    """What a place gets by need alone and by the chosen base and weights, in cents.

    `now_cents` is what it gets this year; None where nobody said.
    """

    place: str
    alone_cents: int
    chosen_cents: int
    rank: int
    now_cents: int | None = None

    @property
    def change_cents(self) -> int:
        """What the choice gives the place more than need alone; below zero when less."""
        return self.chosen_cents - self.alone_cents

    @property
    def from_now_cents(self) -> int | None:
        """What the choice gives the place more than it gets now; None where nobody said."""
        return None if self.now_cents is None else self.chosen_cents - self.now_cents


def share(places: Sequence[Place], weights: Weights) -> list[Shared]:
    """Share a total by need alone and by a base and weights, exact to the cent.

    By need alone nobody has a base: a base is a choice too, and takes from places in need.

    Raises
    ------
    UserError
        If a count is below zero, more people are in need than there are, or nothing is to be
        shared by.
    """
    for place in places:
        for number in (place.in_need, place.people):
            at_least(number, 0, f"{place.name}: a count of people")
        if place.now is not None and to_cents(place.now) < 0:
            raise UserError(
                f"{place.name}: what it gets now is {place.now}.", "Give 0 or more dollars."
            )
        if not 0 <= place.in_need <= place.people:
            raise UserError(
                f"{place.name}: {place.in_need:,} in need of {place.people:,} people.",
                "Give two counts of the same people, the first no larger than the second.",
            )
    need_percent = whole(weights.need_percent, 0, 100, "weight of need, in percent,")
    need = pd.DataFrame(
        {NEED: [each.in_need for each in places], PEOPLE: [each.people for each in places]},
        index=[each.name for each in places],
    )
    by = {NEED: need_percent, PEOPLE: 100 - need_percent}
    chosen = allocate(need, weights.total, by, weights.base)
    alone = allocate(need, weights.total, {NEED: 1})
    # Both have one row a place, in the order given.
    return [
        Shared(
            each.name,
            int(without),
            int(cents),
            int(rank),
            None if each.now is None else to_cents(each.now),
        )
        for each, without, cents, rank in zip(
            places,
            alone["allocation_cents"],
            chosen["allocation_cents"],
            chosen["rank"],
            strict=True,
        )
    ]


def loses_most(shared: Sequence[Shared]) -> Shared | None:
    """Return the place that the choice takes most from, against need alone; None when none."""
    last = min(shared, key=lambda each: each.change_cents, default=None)
    return last if last and last.change_cents < 0 else None


def loses_most_from_now(shared: Sequence[Shared]) -> Shared | None:
    """Return the place that gets less than now by the most; None when none is known to."""
    losing = [each for each in shared if (each.from_now_cents or 0) < 0]
    return min(losing, key=lambda each: each.from_now_cents or 0, default=None)


def from_now(shared: Shared) -> str:
    """Say what a place gets against what it gets now; "" where nobody said that."""
    return "" if shared.from_now_cents is None else _against(shared.from_now_cents, "now")


def beside_now(shared: Shared) -> str:
    """Say the same behind another measure; "" where nobody said what the place gets now."""
    return f", and {from_now(shared)}" if from_now(shared) else ""


def from_need_alone(shared: Shared) -> str:
    """Say what a place gets against need alone, where nobody has a base."""
    return _against(shared.change_cents, "by need alone, without a base")


def _against(cents: int, other: str) -> str:
    if not cents:
        return f"as much as {other}"
    return f"{show_dollars(abs(cents))} {'more' if cents > 0 else 'less'} than {other}"


def review(parts: Mapping[str, str], shared: Sequence[Shared] = ()) -> list[Remark]:
    """Remark on what the note should not hold.

    A choice by race, what is not for readers outside, and a loser that the figures contradict.
    """
    places = {each.place: each.place for each in shared}
    return [
        *_race(parts),
        *outside.remarks({**parts, **places}, of_counsel="counsel"),
        *_another_loses(parts, shared),
        *_ordinary(parts),
    ]


def closing(remarks: Sequence[Remark]) -> str:
    """Say what these checks looked at and cannot tell."""
    looks_at = f"a choice by race, who loses, {outside.LOOKS_AT}"
    return silence.closing(remarks, looks_at, chooses=True)


def _race(parts: Mapping[str, str]) -> Iterator[Remark]:
    for part in BY_NEED:
        if (trait := choosing.by(parts.get(part, ""))) and trait.strong:
            yield _by_law(part, f"“{trait.words}”: sharing money")
    chose = parts.get("chose", "")
    if words := chosen_by_race.found(chose) or race_words.named_or_meant(without_bodies(chose)):
        yield _by_law("chose", f"“{words}”: choosing who decides, or what is shared by,")
    loses = choosing.by(parts.get("loses", ""), of_positions=True)
    if loses and loses.strong:
        yield _by_law("loses", f"“{loses.words}”: choosing who loses, or who tells it,")


def _ordinary(parts: Mapping[str, str]) -> Iterator[Remark]:
    """Remark once on another trait or a small place that money is shared by."""
    for part in BY_NEED:
        trait = choosing.of_need(parts.get(part, ""))
        if trait and not trait.strong:
            yield Remark(
                part=part,
                severity=NUDGE,
                what=f"“{trait.words}” says who the money is for.",
                try_instead=choosing.BY_A_RULE,
            )
            return


def _by_law(part: str, what: str) -> Remark:
    return Remark(
        part=part,
        harms=True,
        what=f"{what} {choosing.BY_LAW}",
        why="Where a court or a funder says no, the places lose the money again.",
        try_instead="Ask counsel before the note goes out. Until then share by a count of "
        "need, with its source and year, and write down why.",
    )


def _another_loses(parts: Mapping[str, str], shared: Sequence[Shared]) -> Iterator[Remark]:
    """Remark on an answer that names places as losing of which the figures show none to lose."""
    said = parts.get("loses", "").casefold()
    named = [each for each in shared if each.place.casefold() in said]
    lose = [each for each in shared if min(each.change_cents, each.from_now_cents or 0) < 0]
    if not named or not lose or any(each in lose for each in named):
        return
    gets = "; ".join(f"{each.place} gets {from_need_alone(each)}" for each in named)
    yield Remark(
        part="loses",
        harms=True,
        what=f"The answer on who loses names another place than the figures: {gets}.",
        why="Who reads the note is told of a loss that is none, and those who lose are not told.",
        try_instead=f"Name who gets less: {', '.join(each.place for each in lose)}. Or look at the "
        "weights again.",
    )


def lacks_before_a_result(parts: Mapping[str, str]) -> list[str]:
    """Return what has to be written before anybody sees who gets what."""
    return [PARTS[name] for name in FIRST if is_open(parts.get(name, ""))]


def names_no_loser(parts: Mapping[str, str], shared: Sequence[Shared]) -> list[Ask]:
    """Return which place that loses most is not named where it is written who loses.

    There are two: the one that loses most against need alone, and against what it gets now.
    """
    said = parts.get("loses", "").casefold()
    if is_open(said):
        return []
    more = [
        f"{each.place} gets {show_dollars(each.change_cents)} more"
        for each in shared
        if each.place.casefold() in said and each.change_cents > 0
    ]
    told = f"; {', '.join(more)}" if more else ""
    found = []
    last, now = loses_most(shared), loses_most_from_now(shared)
    if last and last.place.casefold() not in said:
        found.append(_unnamed(last.place, f"{from_need_alone(last)}{beside_now(last)}", told))
    if now and now.place.casefold() not in said and now is not last:
        found.append(_unnamed(now.place, f"{from_now(now)}, and {from_need_alone(now)}"))
    return found


def _unnamed(place: str, against: str, more: str = "") -> Ask:
    return Ask(
        "whoever writes the note",
        f"that {place} gets {against}: the answer on who loses does not name it{more}",
        PARTS["loses"],
    )


def asks_of(
    parts: Mapping[str, str], shared: Sequence[Shared] = (), today: date | None = None
) -> list[Ask]:
    """Return what the note lacks, where it names another loser or race, and who can tell.

    A day to come that is over on the day of today is asked about too.
    """
    return [
        *names_no_loser(parts, shared),
        *over.asks(parts, PARTS, today, ASKED_OF, DEPUTY),
        *_by_race(parts),
        *(
            Ask(
                ASKED_OF.get(name, DEPUTY),
                so_far(heading, parts.get(name, "")),
                "the allocation note",
            )
            for name, heading in PARTS.items()
            if _leaves_open(name, parts.get(name, ""))
        ),
    ]


def _leaves_open(name: str, answer: str) -> bool:
    """Whether a part is still to be asked for, as counsel is who was not asked yet."""
    return is_open(answer) or (name == "counsel" and not counsel_words.was_asked(answer))


def _by_race(parts: Mapping[str, str]) -> Iterator[Ask]:
    for remark in (*_race(parts), *_ordinary(parts)):
        yield Ask(
            "counsel",
            f"before the note goes out: whether {_MAY.get(remark.part, 'money may be shared')} by "
            "this, or by what stands in for it",
            PARTS[remark.part],
        )
