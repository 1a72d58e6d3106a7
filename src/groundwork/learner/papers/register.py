"""A register of metric cards as a paper: a table of all, a page a card, rules, evaluations."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from groundwork.learner import public_record
from groundwork.learner.papers import register_asks, register_card
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import (
    Block,
    Heading,
    Items,
    Paper,
    Paragraph,
    Table,
)
from groundwork.learner.papers.register_card import (
    OPEN,
    asks,
    bare,
    is_untargeted,
    said,
    target,
    titled,
    value,
)
from groundwork.subject.asks import offices_in
from groundwork.subject.days import day_of
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import EVIDENCE, Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import short
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.definition import is_percent
from groundwork.subject.metrics.digits import ends_in_words
from groundwork.subject.metrics.equity import WATCHED
from groundwork.subject.metrics.interval import interval_of
from groundwork.subject.metrics.register import check_register
from groundwork.subject.metrics.verdict import NO_LATEST, changed, on_path
from groundwork.subject.remark import ERROR, Remark, open_points

TITLE = "Register of measures"
PARTS = (
    ("name", "Rule"),
    ("criteria", "Who comes first"),
    ("applies", "Applied by"),
    ("exception", "Exception"),
    ("log", "Log"),
    ("appeal", "Appeal"),
    ("review", "Looked at again"),
    ("asked", "Who was asked"),
)


def paper(
    cards: Sequence[MetricCard],
    rules: Sequence[RuleCard] = (),
    evaluations: Sequence[Evaluation] = (),
    *,
    invented: str = "",
    today: date | None = None,
) -> Paper:
    """Return the register as a paper for the director, which an auditor can read too."""
    day = today or date.today()
    every = [short.without_computed(check_card(card, day)) for card in cards]
    found = [[each for each in remarks if not each.harms] for remarks in every]
    remarks = _by_cards(cards, found, bare)
    blocks: list[Block] = []
    if cards:
        blocks += [
            Heading("The register at a glance"),
            _register(cards, every),
            Paragraph(_reading(cards)),
        ]
        blocks += _about_the_set(cards, found)
    else:
        blocks.append(Paragraph("No measure is on the register yet."))
    shared = {remark for remark, named in remarks.items() if len(named) > 1}
    for card, each in zip(cards, found, strict=True):
        blocks += register_card.page(card, each, shared, day)
    for rule in rules:
        blocks += _rule(rule, day)
    if evaluations:
        blocks += _evaluations(evaluations, day)
    return Paper(
        title=TITLE,
        subject="What we measure, who answers for it, and what follows",
        reader="the director and the senior team",
        blocks=tuple(blocks),
        asks=tuple(register_asks.asks(cards, every, rules, evaluations, day)),
        look=_look(cards, every, rules, evaluations, day),
        remarks=_by_name(cards, remarks),
        box=law_cards.box("metric_register"),
        view="A draft by whoever wrote it. Nobody has recounted the values.",
        record=public_record.REGISTER,
        invented=invented,
    )


READING = (
    "How “Changed?” was decided: where both values have a 95 % interval, the change is tested with "
    "both, as if the two values were independent (Zou and Donner 2008; limits need not be even on "
    "both sides). Of every 20 that were tested so and did not change, about one is called "
    "improving or worse by chance. Where an interval is missing, 10 percent of the way to the "
    "target is the least that "
    "counts; away from the target, 10 percent of the baseline. “As printed”: no usable interval, "
    "so chance is not ruled out. In brackets stand the change with its interval, and what the path "
    "expects. Limits are taken as 95 % limits: a 90 % margin, as the Census Bureau prints it, is "
    "first multiplied by 1.19. “Path” compares the latest value with a straight line from "
    "the baseline to the target; where the interval reaches it, it is too uncertain to say. "
    "They are two questions: a measure can have improved and be behind its path."
)
WIDTHS = (5.2, 1, 1, 1, 4.2, 1, 1)  # a column of short cells becomes as wide as its longest word
OTHER = "“Other” is the group that the card compares with."
CODE = "The code before a name is the card's id."
NO_APPROVAL = (
    "A draft of what the rule says. Nobody has judged here whether it is fair, or whether the law "
    "allows it."
)
OPEN_POINTS = (
    "“Open” counts what has to be answered before the measure is used; behind a plus stands "
    "what is only to be thought about. Whoever wrote the register has each in words."
)


def _reading(cards: Sequence[MetricCard]) -> str:
    """Say how to read the page, with the words that stand on it and no others."""
    others = any(card.reference_baseline is not None for card in cards)
    others |= any(card.reference_latest is not None for card in cards)
    coded = any(card.id for card in cards)
    said = (READING, OTHER if others else "", CODE if coded else "", OPEN_POINTS)
    return " ".join(filter(None, said))


def _register(cards: Sequence[MetricCard], found: Sequence[Sequence[Remark]]) -> Table:
    rows = tuple(
        (
            f"{titled(card)} ({_kind(card)}). Out of: {card.denominator.strip() or OPEN}",
            _beside(card, "baseline"),
            target(card),
            _beside(card, "latest"),
            _verdicts(card),
            f"{card.owner or OPEN}; {day_of(card.next_review) or 'no day yet'}",
            _counted(remarks),
        )
        for card, remarks in zip(cards, found, strict=True)
    )
    columns = (
        *("Measure", "Baseline", "Target", "Latest"),
        *("Changed? Path", "Owner; next review", "Open"),
    )
    return Table("Measures", columns, rows, WIDTHS)


def _verdicts(card: MetricCard) -> str:
    """Say both verdicts on a card, or why there are none."""
    if card.latest_value is None:
        return NO_LATEST
    if is_untargeted(card):
        return WATCHED
    return f"{changed(card).short}. Path: {on_path(card).short}"


def _kind(card: MetricCard) -> str:
    """Say what a card asks, as shortly as it can be told, and a unit that its values do not show.

    Only a program is asked how well.
    """
    asked = asks(card).removeprefix("Program, ") or "what it asks: open"
    unit = card.unit.strip()
    return asked if is_percent(unit) else f"{asked}; {unit or 'unit: open'}"


def _counted(remarks: Sequence[Remark]) -> str:
    """Write how many points are open, and beside them how many are there to be thought about."""
    open_ = len(open_points(remarks))
    return f"{open_}+{len(remarks) - open_}" if len(remarks) > open_ else str(open_)


def _beside(card: MetricCard, moment: str) -> str:
    """Write a value with its interval and the other group's value, or that it has no interval."""
    found, other = getattr(card, f"{moment}_value"), getattr(card, f"reference_{moment}")
    limits = interval_of(card, moment)
    return "; ".join(
        filter(
            None,
            (
                value(found, getattr(card, f"{moment}_year"), card.unit),
                ends_in_words(card, *limits) if limits else "",
                "" if other is None else f"other {value(other, None, card.unit)}",
                "" if limits or found is None else "no interval",
            ),
        )
    )


def _about_the_set(cards: Sequence[MetricCard], found: Sequence[Sequence[Remark]]) -> list[Block]:
    """Say what holds of the set, and once what is wrong in the same way on several cards."""
    errors = [[each for each in remarks if each.severity == ERROR] for remarks in found]
    items = [said(remark) for remark in check_register(cards)]
    told = _by_cards(cards, errors, lambda remark: remark.what)
    items += _by_name(cards, {what: named for what, named in told.items() if len(named) > 1})
    return [Heading("About the set", 2), Items.flat(*items)] if items else []


def _look(
    cards: Sequence[MetricCard],
    found: Sequence[Sequence[Remark]],
    rules: Sequence[RuleCard],
    evaluations: Sequence[Evaluation],
    day: date,
) -> tuple[str, ...]:
    """Say what can hurt somebody: the writer alone reads it, and the director's paper has none."""
    harms = [[each for each in remarks if each.harms] for remarks in found]
    of_cards = _by_name(cards, _by_cards(cards, harms, bare))
    of_rules = (
        f"The rule “{rule.name}”: {bare(remark)}"
        for rule in rules
        for remark in rule_card.check(rule, day)
        if remark.harms
    )
    of_questions = (
        f"{_quoted(each)} {bare(remark)}"
        for each in evaluations
        for remark in evaluation.check(each, day)
        if remark.harms
    )
    return (*of_cards, *of_rules, *of_questions)


def _by_cards(
    cards: Sequence[MetricCard],
    found: Sequence[Sequence[Remark]],
    say: Callable[[Remark], str],
) -> dict[str, list[MetricCard]]:
    """Return what is said of each remark once, with the cards that it is made on."""
    told: dict[str, list[MetricCard]] = {}
    for card, remarks in zip(cards, found, strict=True):
        for text in dict.fromkeys(map(say, remarks)):
            told.setdefault(text, []).append(card)
    return told


def _by_name(
    cards: Sequence[MetricCard], told: Mapping[str, Sequence[MetricCard]]
) -> tuple[str, ...]:
    """Write each thing that is said, with the names of its cards."""
    return tuple(f"{_named(named, cards)}: {text}" for text, named in told.items())


def _named(named: Sequence[MetricCard], cards: Sequence[MetricCard]) -> str:
    """Name cards of a set by what tells them apart."""
    if len(named) == len(cards) > 1:
        return f"All {len(cards)} cards"
    return ", ".join(card.id or f"“{card.name}”" for card in named)


def _rule(rule: RuleCard, day: date) -> list[Block]:
    rows = tuple((label, day_of(getattr(rule, name).strip()) or OPEN) for name, label in PARTS)
    asked = _asked(rule_card.check(rule, day))
    blocks: list[Block] = [
        Heading(f"Rule card: {rule.name}" if rule.name else "Rule card", new_page=True),
        Table("The rule", ("Part", "What it says"), rows, (2, 5)),
    ]
    if asked:
        blocks += [Heading("Open questions", 2), Items.flat(*asked)]
    blocks.append(Paragraph(NO_APPROVAL))
    return blocks


def _asked(remarks: Sequence[Remark]) -> list[str]:
    """Return the open questions for a reader; what counsel is asked stands in the ask list."""
    asked = [remark.question for remark in remarks if remark.question and not remark.harms]
    return [question for question in asked if "counsel" not in offices_in(question)]


def _quoted(evaluation: Evaluation) -> str:
    return f"“{evaluation.question.strip()}”" if evaluation.question.strip() else "A question:"


def _evaluations(evaluations: Sequence[Evaluation], day: date) -> list[Block]:
    rows = tuple(
        (
            each.question or OPEN,
            each.decides or OPEN,
            each.comparison or OPEN,
            each.measures or OPEN,
            "; ".join(filter(None, (each.who, each.cost, day_of(each.when)))) or OPEN,
        )
        for each in evaluations
    )
    columns = (
        "Question",
        "Decision that hangs on it",
        "Compared with",
        "Measures",
        "Who, cost, by",
    )
    known = [
        f"{_quoted(each)} What is known is {EVIDENCE[each.known]}."
        for each in evaluations
        if each.known in EVIDENCE
    ]
    asked = [
        f"{_quoted(each)} {question}"
        for each in evaluations
        for question in _asked(evaluation.check(each, day))
    ]
    blocks: list[Block] = [
        Heading("Evaluation questions", new_page=True),
        Table("What is to be learned", columns, rows, (3, 3, 2.5, 3, 2.5)),
    ]
    blocks += [Items.flat(*known)] if known else []
    blocks += [Heading("Open questions", 2), Items.flat(*asked)] if asked else []
    return blocks
