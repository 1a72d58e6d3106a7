"""What the law says near what a learner makes: a closed box, "Before you use this".

A card is data (`law_cards.yaml`): rules with where they hold, three questions for counsel, and
plain words that keep the analysis. It carries the day on which it was read, and never vanishes:
past its day it says that it has to be looked up again.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.learner.papers.model import Box, Heading, Items, Paragraph, in_words

FILE = Path(__file__).with_name("law_cards.yaml")
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
    read, look_again
        The day on which the rules were read, and the day after which they must be read again.
    rules
        What the rules are.
    ask
        Three questions for the department's own counsel.
    why, instead_of, say
        When plain words help, a sentence in the field's words, and the same in plain ones.
    """

    kind: str
    read: date
    look_again: date
    rules: tuple[Rule, ...]
    ask: tuple[str, ...]
    why: str
    instead_of: str
    say: str

    def is_past(self, day: date) -> bool:
        """Whether its rules have to be read again by that day."""
        return day > self.look_again

    def dated(self, day: date) -> str:
        """Say when the rules were read, and on a day past theirs to look again."""
        again = " Look again: it may have changed since." if self.is_past(day) else ""
        return f"Read on {in_words(self.read)}.{again}"

    def box(self, day: date) -> Box:
        """Return the card as it stands in a paper and on the page, on a day."""
        return Box(
            TITLE,
            (
                Paragraph(f"{self.dated(day)} {NO_ADVICE}"),
                Items.flat(*(f"{rule.where}: {rule.says}" for rule in self.rules)),
                Heading("Three questions for your counsel", 2),
                Items.flat(*self.ask),
                Heading("In plain words", 2),
                Paragraph(self.why),
                Items.flat(f"Instead of: {self.instead_of}", f"Say: {self.say}"),
            ),
        )


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
    return {kind: _card(kind, each) for kind, each in said.items()}


def _card(kind: str, said: dict[str, Any]) -> LawCard:
    rules = (Rule(each["where"], each["says"], tuple(each["cite"])) for each in said["rules"])
    return LawCard(
        kind, said["read"], said["look_again"], tuple(rules), tuple(said["ask"]), **said["plain"]
    )
