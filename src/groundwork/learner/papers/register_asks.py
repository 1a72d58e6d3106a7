"""What is still to be asked about a register: of its cards, its rules and its questions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from groundwork.subject.asks import Ask, of_remarks, offices_in
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import owner
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.remark import Remark

OWNER = "the owner"
# Whom to ask for what a card lacks, by its field; what is not here is the writer's own to decide.
HOLDERS = {
    "owner": ("the director", "which position answers for it"),
    "deputy": (OWNER, "which position stands in"),
    "authority": ("the director", "what the owner may decide without asking, in writing"),
    "owner_dollars": ("finance", "the memo that says how many dollars the owner may commit"),
    "baseline_value": ("whoever keeps the data", "the value where it starts, and its source"),
    "data_source": ("whoever keeps the data", "the name of the register or system"),
    "counted_by": ("whoever keeps the data", "which position counts it, and who counts it again"),
    "denominator": ("whoever keeps the data", "out of whom it is counted"),
    "unit": ("whoever keeps the data", "the unit: percent, per 1,000, a count, days"),
    "reference_baseline": ("whoever keeps the data", "the other group's value where it starts"),
    "reference_latest": ("whoever keeps the data", "the other group's value now"),
    "baseline_low": ("whoever keeps the data", "the 95 % interval where it starts"),
    "baseline_high": ("whoever keeps the data", "the 95 % interval where it starts"),
    "latest_low": ("whoever keeps the data", "the 95 % interval of the latest value"),
    "latest_high": ("whoever keeps the data", "the 95 % interval of the latest value"),
    "target_basis": ("the epidemiologist", "what the target rests on"),
    "review_forum": (OWNER, "which meeting looks at it"),
    "next_review": (OWNER, "the day of the next review"),
    "community_chose": (
        "the people it is about, and pay them for their time",
        "whether this is the measure that they would choose",
    ),
}
NOTICE = ("human resources", "whether notice to a union, or bargaining, comes first")
CHOSEN = ("counsel", "before anybody is chosen by it: whether the law allows these criteria")
SELECTION = "GW-M16"
COUNSEL = (
    "counsel",
    "before anybody counts or works by it: whether to look at who is chosen, and who directs that",
)
# Whom to ask for what a rule, or an evaluation question, leaves open, by its field.
OF_RULE = {
    "criteria": "whoever applies the rule",
    "applies": "the director",
    "exception": "the director",
    "log": "whoever applies the rule",
    "appeal": "the director",
    "review": "the director",
    "asked": "whoever applies the rule",
}
OF_QUESTION = {
    "decides": "the director",
    "comparison": "the epidemiologist",
    "measures": "whoever keeps the data",
    "who": "the director",
    "cost": "finance",
    "when": "whoever looks for the answer",
    "known": "the epidemiologist",
}


def asks(
    cards: Sequence[MetricCard],
    found: Sequence[Sequence[Remark]],
    rules: Sequence[RuleCard],
    evaluations: Sequence[Evaluation],
    day: date,
) -> Iterator[Ask]:
    """Ask for what cards lack, and for each open point of a rule and of an evaluation question.

    Parameters
    ----------
    found
        What the checks remark on, for each card.
    """
    for card, remarks in zip(cards, found, strict=True):
        yield from _of_card(card, remarks)
    for rule in rules:
        why = f"the rule “{rule.name}”"
        yield from _open(rule_card.check(rule, day), OF_RULE, why)
    for each in evaluations:
        why = f"the evaluation question “{each.question}”"
        yield from _open(evaluation.check(each, day), OF_QUESTION, why)


def _of_card(card: MetricCard, remarks: Sequence[Remark]) -> Iterator[Ask]:
    id = card.id.removeprefix("Card ")
    about = f"card {id}" if id else f"the measure “{card.name}”"
    told: dict[str, Ask] = {}
    for remark in remarks:
        holder = COUNSEL if remark.code == SELECTION else HOLDERS.get(remark.part)
        if holder and remark.part not in told:
            whom, what = holder
            if whom == OWNER and remark.part == "next_review" and card.review_forum:
                whom = f"whoever leads “{card.review_forum}”"
            told[remark.part] = Ask(whom, what, about)
    asked = list(told.values())
    asked += [
        Ask(OWNER, remark.question, about)
        for remark in remarks
        if remark.part == "consequence" and remark.question
    ]
    if owner.owes_notice(card.consequence):
        asked.append(Ask(*NOTICE, about))
    offices = {ask.whom for ask in asked}
    yield from asked
    yield from (ask for ask in of_remarks(remarks, about) if ask.whom not in offices)


def _open(remarks: Sequence[Remark], whom: Mapping[str, str], why: str) -> Iterator[Ask]:
    """Ask each office once for all that is open; a choice of people goes to counsel alone."""
    asked: dict[str, list[str]] = {}
    for remark in remarks:
        if "counsel" in offices_in(remark.question):
            yield Ask(*CHOSEN, why)
        elif remark.question:
            asked.setdefault(whom[remark.part], []).append(remark.question)
    for office, questions in asked.items():
        yield Ask(office, " ".join(questions), why)
