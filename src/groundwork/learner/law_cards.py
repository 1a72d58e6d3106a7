"""What the law says near what a learner makes: a closed box, "Before you use this".

A card is data (`law_cards.yaml`, `law_rules.yaml`): rules with where they hold, three questions for
counsel, and a general sentence beside a clearer one. It carries the day on which it was read, and
never vanishes: past its day it says that it has to be looked up again.

A file beside a paper names the sources, and leaves out the clearer sentence: a record that tells
how to word a paper can be read as one of hiding what it is. In the facilitator's guide the lines on
state laws, which are the same on every card, stand once, on a sheet of their own.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.learner import state_laws
from groundwork.learner.papers.model import Box, Heading, Items, Paragraph, in_words

FILE = Path(__file__).with_name("law_cards.yaml")
SHARED = Path(__file__).with_name("law_rules.yaml")
SOURCES = Path(__file__).with_name("law_sources.json")  # made from the bibliography by the build
STATES = "states"  # the rule that is put together from the list of state laws
TITLE = "Before you use this"
NO_ADVICE = (
    "The authors of this course read these rules; this is no legal advice. Ask your department's "
    "counsel."
)


@dataclass(frozen=True)
class Rule:
    """One rule: where it holds, what it says, and the keys of its sources."""

    where: str
    says: str
    cite: tuple[str, ...]


@dataclass(frozen=True)
class LawCard:
    """What the law says near one kind of artifact.

    Attributes
    ----------
    kind
        The artifact's name, such as "power_map".
    read, read_to, look_again
        The first and the last day on which the rules were read, and the day after which they must
        be read again.
    rules
        What the rules are.
    states
        The lines on state laws, the same on every card that has them.
    ask
        Three questions for the department's own counsel.
    why, general, clear
        What makes a sentence clear, a general sentence, and one that can be checked.
    """

    kind: str
    read: date
    read_to: date
    look_again: date
    rules: tuple[Rule, ...]
    states: tuple[Rule, ...]
    ask: tuple[str, ...]
    why: str
    general: str
    clear: str

    def is_past(self, day: date) -> bool:
        """Whether its rules have to be read again by that day."""
        return day > self.look_again

    def dated(self, day: date) -> str:
        """Say when the rules were read, and on a day past theirs to look again."""
        again = " Look again: it may have changed since." if self.is_past(day) else ""
        return f"{self._read_in_words}.{again}"

    @property
    def _read_in_words(self) -> str:
        first, last = in_words(self.read), in_words(self.read_to)
        if first == last:
            return f"Read on {first}"
        if (self.read.year, self.read.month) == (self.read_to.year, self.read_to.month):
            day, year = first.split(", ")
            return f"Read on {day} to {self.read_to.day}, {year}"
        return f"Read on {first}, to {last}"

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of its sources, each once."""
        return _cited((*self.rules, *self.states))

    def box(self, day: date) -> Box:
        """Return the card on a day: its law in a file too, clearer words on the page alone."""
        clearer = (
            Heading("Clearer words", 2),
            Paragraph(self.why),
            Items.flat(f"General: {self.general}", f"Clearer: {self.clear}"),
        )
        return Box(TITLE, self._law(day, (*self.rules, *self.states)), clearer)

    def beside_states(self, day: date, sheet: str) -> Box:
        """Return the law of the card on a day, with a sentence on where its state laws stand."""
        return Box(TITLE, self._law(day, self.rules, *([sheet] if self.states else [])))

    def _law(
        self, day: date, rules: Sequence[Rule], *more: str
    ) -> tuple[Paragraph | Items | Heading, ...]:
        return (
            Paragraph(f"{self.dated(day)} {NO_ADVICE}"),
            Items.flat(*(f"{rule.where}: {rule.says}" for rule in rules), *more),
            Heading("Three questions for your counsel", 2),
            Items.flat(*self.ask),
            read_in(_cited(rules)),
        )


def _cited(rules: Sequence[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for rule in rules for key in rule.cite))


def read_in(keys: Sequence[str]) -> Paragraph:
    """Return the paragraph that names sources by their keys."""
    known = _source_names()
    return Paragraph(f"Read in: {'; '.join(known[key] for key in keys)}.")


def box(kind: str, day: date | None = None) -> Box:
    """Return the card of a kind of artifact as it stands on a day, by default today."""
    return card(kind).box(day or date.today())


def card(kind: str) -> LawCard:
    """Return the card of a kind of artifact.

    Raises
    ------
    KeyError
        When that kind has none.
    """
    return cards()[kind]


@cache
def cards() -> dict[str, LawCard]:
    """Return every card by the name of its artifact."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    shared = {
        name: _rule(each)
        for name, each in yaml.safe_load(SHARED.read_text(encoding="utf-8")).items()
    }
    return {kind: _card(kind, each, shared) for kind, each in said.items()}


def _card(kind: str, said: dict[str, Any], shared: Mapping[str, Rule]) -> LawCard:
    listed = said["rules"]
    rules = [
        shared[each] if isinstance(each, str) else _rule(each) for each in listed if each != STATES
    ]
    states = _states() if STATES in listed else ()
    days = (said["read"], said.get("read_to", said["read"]), said["look_again"])
    return LawCard(kind, *days, tuple(rules), states, tuple(said["ask"]), **said["clearer"])


def _states() -> tuple[Rule, ...]:
    cite = state_laws.cite()
    return tuple(Rule(where, says, cite) for where, says in state_laws.in_short())


def _rule(said: dict[str, Any]) -> Rule:
    return Rule(said["where"], said["says"], tuple(said["cite"]))


@cache
def _source_names() -> dict[str, str]:
    found: dict[str, str] = json.loads(SOURCES.read_text(encoding="utf-8"))
    return found
