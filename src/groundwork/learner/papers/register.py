"""A register of metric cards as a paper: one page for all, a page a card, rules, evaluations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from groundwork.learner import law_cards, public_record
from groundwork.learner.papers.model import (
    Block,
    Heading,
    Items,
    Paper,
    Paragraph,
    Table,
)
from groundwork.subject.asks import Ask
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import EVIDENCE, Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import short
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.path import standing_of
from groundwork.subject.metrics.progress import progress_of
from groundwork.subject.metrics.register import check_register
from groundwork.subject.metrics.rule import ERROR
from groundwork.subject.remark import Remark

TITLE = "Register of measures"
OPEN = "not written yet"
NO_LATEST = "no later value yet"
# Whom to ask for what a card lacks, by its field; what is not here is the writer's own to decide.
HOLDERS = {
    "owner": ("the director", "which position answers for it"),
    "deputy": ("the owner", "which position stands in"),
    "authority": ("the director", "what the owner may decide without asking, in writing"),
    "owner_dollars": ("Finance", "the memo that says how many dollars the owner may commit"),
    "baseline_value": ("whoever keeps the data", "the value where it starts, and its source"),
    "data_source": ("whoever keeps the data", "the name of the register or system"),
    "denominator": ("whoever keeps the data", "out of whom it is counted"),
    "target_basis": ("the epidemiologist", "what the target rests on"),
    "review_forum": ("the senior team", "which meeting looks at it"),
    "next_review": ("the senior team", "the day of the next review"),
    "community_chose": (
        "the people it is about, and pay them for their time",
        "whether this is the measure that they would choose",
    ),
}
SELECTION = "GW-M16"
COUNSEL = (
    "counsel",
    "before anybody counts or works by it: whether to look at who is chosen, and who directs that",
)
MUST = ("Counted", "Out of", "Baseline", "Target", "Owner", "Review", "If off track")
"""What a card's page shows also when it is open."""
MOST = 6
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
    blocks: list[Block] = []
    if cards:
        blocks += [Heading("The register on one page"), _register(cards), Paragraph(READING)]
        blocks += _about_the_set(cards)
    else:
        blocks.append(Paragraph("No measure is on the register yet."))
    for card in cards:
        blocks += _card(card, day)
    for rule in rules:
        blocks += _rule(rule, day)
    if evaluations:
        blocks += _evaluations(evaluations, day)
    return Paper(
        title=TITLE,
        subject="What we measure, who answers for it, and what follows",
        reader="the director and the senior team",
        blocks=tuple(blocks),
        asks=tuple(_asks(cards, day)),
        box=law_cards.box("metric_register"),
        view="A draft by whoever wrote it. Nobody has recounted the values.",
        record=public_record.REGISTER,
        invented=invented,
    )


READING = (
    "“Changed?” says whether the latest value differs from the baseline by more than chance, as "
    "far as the card gives uncertainty. “Path” compares it with a straight line from the baseline "
    "to the target. They are two questions: a measure can have improved and be behind its path."
)


def changed(card: MetricCard) -> str:
    """Say in one of the four words whether a card's measure has changed."""
    if card.latest_value is None:
        return NO_LATEST
    found = progress_of(card)
    if found is None:
        return "cannot be said: a value or the direction is missing"
    if found.percent is None:
        return "cannot be said: the target is no better than the baseline"
    return found.word if found.tested else f"{found.word} (no uncertainty given)"


def path(card: MetricCard) -> str:
    """Say where the latest value stands on its path."""
    now = standing_of(card)
    if now is None:
        return NO_LATEST if card.latest_value is None else "cannot be said yet"
    return f"{now.word}: {now.expected:.4g} was expected in {now.year}"


def _register(cards: Sequence[MetricCard]) -> Table:
    rows = tuple(
        (
            f"{card.id}. {card.name}".strip(". ") + f" ({card.kind or card.level or 'asks: open'})",
            _value(card.baseline_value, card.baseline_year, card.unit),
            _value(card.target_value, card.target_year, card.unit),
            _value(card.latest_value, card.latest_year, card.unit),
            f"{changed(card)}; {path(card)}" if card.latest_value is not None else NO_LATEST,
            card.owner or OPEN,
            card.next_review or OPEN,
        )
        for card in cards
    )
    columns = (
        *("Measure", "Baseline", "Target", "Latest"),
        *("Changed? Path", "Owner", "Next review"),
    )
    return Table("Measures", columns, rows, (4, 2.1, 2, 2, 4, 2.9, 2.4))


def _value(value: float | None, year: int | None, unit: str) -> str:
    if value is None:
        return OPEN
    sign = " %" if unit.strip().casefold().startswith("percent") else ""
    return f"{value:,.6g}{sign}" + (f" ({year})" if year else "")


def _about_the_set(cards: Sequence[MetricCard]) -> list[Block]:
    found = check_register(cards)
    if not found:
        return []
    return [
        Heading("About the set", 2),
        Items.flat(*(_said(remark) for remark in found)),
    ]


def _card(card: MetricCard, day: date) -> list[Block]:
    found = short.without_computed(check_card(card, day))
    blocks: list[Block] = [
        Heading(f"{card.id}. {card.name}".strip(". ") or "A measure without a name", new_page=True),
        Table("The card", ("Part", "What it says"), tuple(_parts(card)), (1.6, 5)),
        Heading("Open on this card", 2),
    ]
    listed = [remark for remark in found if remark.severity == ERROR][:MOST]
    if listed:
        blocks.append(Items.flat(*(_said(replace(remark, about="")) for remark in listed)))
    if left := len(found) - len(listed):
        remarks = "1 more remark" if left == 1 else f"{left} more remarks"
        blocks.append(Paragraph(f"The checks have {remarks}; the lesson shows them."))
    blocks.append(Paragraph("Nobody has checked this card."))
    return blocks


def _parts(card: MetricCard) -> Iterator[tuple[str, str]]:
    """Yield the parts of a card, several fields to one, so that a card takes one page."""
    asks = " ".join(filter(None, (card.level, card.kind and f"({card.kind})")))
    limits = _interval(card.baseline_low, card.baseline_high)
    told = {
        "Result": card.result,
        "Equity question": card.equity_question,
        "What it asks": asks,
        "Counted": card.numerator,
        "Out of": card.denominator,
        "Where and when": _some("; ", card.unit, card.place, card.period, card.age_adjustment),
        "Split by": "; ".join(card.disaggregation) or card.disaggregation_reason,
        "For whom": card.focus_group,
        "Compared with": _some(": ", card.reference, card.reference_reason),
        "Baseline": _some(
            "; ",
            _value(card.baseline_value, card.baseline_year, card.unit) + limits,
            _other("the other group", card.reference_baseline),
        ),
        "Latest": _some(
            "; ",
            _value(card.latest_value, card.latest_year, card.unit)
            + _interval(card.latest_low, card.latest_high),
            _other("the other group", card.reference_latest),
        )
        if card.latest_value is not None
        else NO_LATEST,
        "Target": _some(
            "; ",
            _value(card.target_value, card.target_year, card.unit),
            card.target_basis,
            _other("the other group", card.reference_target),
        ),
        "Changed?": changed(card),
        "Path": path(card),
        "Gaps": _some("; ", *card.gaps_reported, card.gap_reading),
        "Small numbers": _some("; ", card.uncertainty, card.suppression_rule),
        "Source": _some("; ", card.data_source, card.data_frequency, card.data_status),
        "Owner": _owner(card),
        "Review": _some("; ", card.review_forum, card.frequency, card.next_review),
        "If off track": card.consequence,
        "Paired measure": card.paired_measure,
        "Community": _some(
            "; ",
            card.community_chose and f"chosen by: {card.community_chose}",
            card.community_sees and f"seen: {card.community_sees}",
            card.community_paid and f"paid: {card.community_paid}",
        ),
    }
    for label, text in told.items():
        if text or label in MUST:
            yield label, text or OPEN


def _owner(card: MetricCard) -> str:
    dollars = f"up to ${card.owner_dollars:,.0f}" if card.owner_dollars else "no dollars"
    if card.owner_dollars is None:
        dollars = "dollars: not known yet" if card.owner else ""
    return _some(
        "; ",
        card.owner,
        card.deputy and f"deputy: {card.deputy}",
        dollars,
        card.authority and f"may decide: {', '.join(card.authority)}",
    )


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f", 95 % interval {low:,.6g} to {high:,.6g}"


def _other(label: str, value: float | None) -> str:
    return "" if value is None else f"{label}: {value:,.6g}"


def _some(between: str, *parts: str | tuple[str, ...]) -> str:
    return between.join(str(part) for part in parts if part)


def _said(remark: Remark) -> str:
    about = f"{remark.about}: " if remark.about else ""
    return f"{about}{remark.what} {remark.try_instead}".strip()


def _rule(rule: RuleCard, day: date) -> list[Block]:
    rows = tuple((label, getattr(rule, name).strip() or OPEN) for name, label in PARTS)
    asked = [remark.question for remark in rule_card.check(rule, day) if remark.question]
    blocks: list[Block] = [
        Heading(f"Rule card: {rule.name}" if rule.name else "Rule card", new_page=True),
        Table("The rule", ("Part", "What it says"), rows, (2, 5)),
        Heading("Open questions", 2),
    ]
    if asked:
        blocks.append(Items.flat(*asked))
    blocks.append(Paragraph("Nobody has judged whether this rule is fair."))
    return blocks


def _evaluations(evaluations: Sequence[Evaluation], day: date) -> list[Block]:
    rows = tuple(
        (
            each.question or OPEN,
            each.decides or OPEN,
            each.comparison or OPEN,
            each.measures or OPEN,
            "; ".join(filter(None, (each.who, each.cost, each.when))) or OPEN,
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
        f"{each.question or 'A question'}: what is known is {EVIDENCE[each.known]}."
        for each in evaluations
        if each.known in EVIDENCE
    ]
    asked = [
        f"{each.question or 'A question'} {remark.question}"
        for each in evaluations
        for remark in evaluation.check(each, day)
        if remark.question
    ]
    blocks: list[Block] = [
        Heading("Evaluation questions", new_page=True),
        Table("What is to be learned", columns, rows, (3, 3, 2.5, 3, 2.5)),
    ]
    blocks += [Items.flat(*known)] if known else []
    blocks += [Heading("Open questions", 2), Items.flat(*asked)] if asked else []
    return blocks


def _asks(cards: Sequence[MetricCard], day: date) -> Iterator[Ask]:
    for card in cards:
        about = f"the measure “{card.name or card.id}”"
        told: dict[str, Ask] = {}
        for remark in check_card(card, day):
            holder = COUNSEL if remark.code == SELECTION else HOLDERS.get(remark.part)
            if holder and remark.part not in told:
                whom, what = holder
                told[remark.part] = Ask(whom, what, about)
        yield from list(told.values())[:4]
