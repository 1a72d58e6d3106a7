"""What the law says near what a learner makes: a closed box, "Before you use this".

A card is data (`law_cards.yaml`, `law_rules.yaml`): rules with where they hold, questions for
counsel, and a general sentence beside a clearer one. It carries the day on which it was read, and
never vanishes: past its day it says that it has to be looked up again. On a paper the law of the
writer's own state comes first; whoever has read that need not look for it among the others, and a
file of theirs leaves the others to the page.

A file beside a paper names the sources, and leaves out the clearer sentence: a record that tells
how to word a paper can be read as one of hiding what it is. In the facilitator's guide the rules
that most cards share, on federal money and state laws, stand once, on a sheet of their own.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from groundwork.learner.papers.law import state_laws
from groundwork.learner.papers.model import Box, BoxBlocks, Heading, Items, Paragraph
from groundwork.subject.days import in_words
from groundwork.subject.us_states import state_in

FILE = Path(__file__).with_name("law_cards.yaml")
SHARED = Path(__file__).with_name("law_rules.yaml")
SOURCES = Path(__file__).with_name("law_sources.json")  # made from the bibliography by the build
STATE_LAWS = "state laws"
STATES = "states"  # the rule that is put together from the list of state laws
TITLE = "Before you use this"
SHEET = "On the law sheet beside this card"
ANSWERS = (
    "Write in no paper, and in no draft of one, what counsel answers: only that counsel was asked, "
    "on which day and by which position. Advice that others read may lose its protection."
)
RULES = Heading("What the rules say", 2, folds=True)
NO_STATE = (
    "Your state is not named above this paper yet (“City or county, and state”). Name it, and what "
    "we found of it stands here; all of it stands below."
)
FOUND = f"{state_laws.SOUGHT} What stands here is what we found. It need not be all."
NOT_FOUND = (
    f"{state_laws.SOUGHT} We found none for {{state}}. That is no sign that there is none, and "
    "some states require such work: look up yours, or ask counsel."
)
ELSEWHERE = f"Laws of other states: in the lesson, “{TITLE}”."
NO_ADVICE = (
    "The authors of this course read these rules; this is no legal advice. Ask your department's "
    "counsel."
)


@dataclass(frozen=True)
class Rule:
    """One rule: where it holds, what it says, and the keys of its sources.

    `on_sheet` is where the guide's sheet of shared rules has it, or "" when each card has it.
    """

    where: str
    says: str
    cite: tuple[str, ...]
    on_sheet: str = ""


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
    shared
        The rules on federal money and state laws, the same on every card that has them.
    ask
        Questions for the department's own counsel: three, or a few more.
    why, general, clear
        What makes a sentence clear, a general sentence, and one that can be checked.
    """

    kind: str
    read: date
    read_to: date
    look_again: date
    rules: tuple[Rule, ...]
    shared: tuple[Rule, ...]
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
        return _cited((*self.rules, *self.shared))

    def box(self, day: date) -> Box:
        """Return the card on a day: its law in a file too, clearer words on the page alone."""
        clearer = (
            Heading("Clearer words", 2),
            Paragraph(self.why),
            Items.flat(f"General: {self.general}", f"Clearer: {self.clear}"),
        )
        rules = (*self.rules, *self.shared)
        here = tuple(rule for rule in rules if rule.on_sheet != STATE_LAWS)
        in_state = self._law(day, here, ELSEWHERE) if here != rules else ()
        return Box(TITLE, self._law(day, rules), clearer, in_state)

    def beside_sheet(self, day: date) -> Box:
        """Return the law of the card on a day, with a line on what the sheet beside it has."""
        named = dict.fromkeys(rule.on_sheet for rule in self.shared)
        lines = [f"{SHEET}: {', '.join(named)}."] if named else []
        return Box(TITLE, self._law(day, self.rules, *lines))

    def _law(self, day: date, rules: Sequence[Rule], *more: str) -> BoxBlocks:
        return (
            # First what the reader can do, whatever state they are in.
            Heading("Questions for your counsel", 2),
            Items.flat(*self.ask),
            Paragraph(ANSWERS),
            RULES,
            Paragraph(f"{self.dated(day)} {NO_ADVICE}"),
            Items.flat(*(f"{rule.where}: {rule.says}" for rule in rules), *more),
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


def led_by_state(box: Box, place: str) -> Box:
    """Return a card that begins, behind its questions, with the law of the state of a place.

    The rules that it had follow: on a page they are folded, in a file they are whole.
    """
    own = _own(state_in(place))

    def led(blocks: BoxBlocks) -> BoxBlocks:
        at = blocks.index(RULES)
        return (*blocks[:at], *own, *blocks[at:])

    in_state = led(box.in_state) if box.in_state else ()
    return replace(box, blocks=led(box.blocks), in_state=in_state)


def _own(state: str) -> BoxBlocks:
    if not state:
        return (Paragraph(NO_STATE),)
    found = [law for law in state_laws.laws() if law.state == state]
    heading, staff = Heading(f"In {state}", 2), Paragraph(state_laws.STATE_STAFF)
    if not found:
        return (heading, Paragraph(NOT_FOUND.format(state=state)), staff)
    keys = tuple(dict.fromkeys(key for law in found for key in law.cite))
    items = Items.flat(*(law.whole for law in found))
    return (heading, items, Paragraph(FOUND), staff, read_in(keys))


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
    rules: list[Rule] = []
    for each in said["rules"]:
        if each == STATES:
            rules += _states()
        else:
            rules.append(shared[each] if isinstance(each, str) else _rule(each))
    own = tuple(rule for rule in rules if not rule.on_sheet)
    both = tuple(rule for rule in rules if rule.on_sheet)
    days = (said["read"], said.get("read_to", said["read"]), said["look_again"])
    return LawCard(kind, *days, own, both, tuple(said["ask"]), **said["clearer"])


def _states() -> tuple[Rule, ...]:
    cite = state_laws.cite()
    return tuple(Rule(where, says, cite, STATE_LAWS) for where, says in state_laws.in_short())


def _rule(said: dict[str, Any]) -> Rule:
    where = str(said["where"])
    on_sheet = f"{where[0].lower()}{where[1:]}" if said.get("sheet") else ""
    return Rule(where, said["says"], tuple(said["cite"]), on_sheet)


def sheet() -> tuple[Paragraph, Items, Paragraph]:
    """Return the rules that most cards share, each once: the day, the rules, the sources."""
    having = [each for each in cards().values() if each.shared]
    rules = tuple(dict.fromkeys(rule for each in having for rule in each.shared))
    read_to = max(each.read_to for each in having)
    return (
        Paragraph(f"Read by {in_words(read_to)}. {NO_ADVICE}"),
        Items.flat(*(f"{rule.where}: {rule.says}" for rule in rules)),
        read_in(_cited(rules)),
    )


@cache
def _source_names() -> dict[str, str]:
    found: dict[str, str] = json.loads(SOURCES.read_text(encoding="utf-8"))
    return found
