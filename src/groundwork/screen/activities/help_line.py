"""Move a payment and its months: what is left to a person whose help depends on income."""

from collections.abc import Mapping
from fractions import Fraction

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.what_if import SLIDE, Control, Shown, WhatIf
from groundwork.subject.budget.help_line import HelpRule, Kept, kept_of
from groundwork.subject.budget.money import show_dollars

WORDS = Words("help_line")
INCOME, HELP, MONTHS = 150_000, 42_000, 3
RULES = {
    "cliff": HelpRule("a limit", HELP, limit_cents=160_000),
    "slope": HelpRule("a slope", HELP, free_cents=2_000),
    "none": HelpRule("no help", 0, falls=Fraction(0)),
}
ONCE, EACH = "once", "each"
PAYS = tuple((str(each), f"${each}") for each in range(0, 1_201, 75))


def help_line(name: str = "help_line") -> WhatIf:
    """Return the choice of an amount, of one month or three, and of how help follows income."""
    controls = (
        Control("pay", WORDS("pay"), PAYS, "300", SLIDE),
        Control("when", WORDS("when"), WORDS.options("whens"), ONCE),
        Control("rule", WORDS("rule"), WORDS.options("rules"), "cliff", help=WORDS("rule_help")),
    )
    return WhatIf(name, WORDS("title"), controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    both = {when: kept(int(values["pay"]), when, values["rule"]) for when in (ONCE, EACH)}
    mine = both[values["when"]]
    said = WORDS(
        "follows",
        pay=show_dollars(mine.pay_cents),
        lost=show_dollars(mine.lost_cents),
        left=show_dollars(abs(mine.left_cents)),
        more=WORDS("more" if mine.left_cents >= 0 else "less"),
    )
    cells = (
        [show_dollars(each.pay_cents) for each in both.values()],
        [show_dollars(each.lost_cents) for each in both.values()],
        [show_dollars(each.left_cents) for each in both.values()],
    )
    rows = tuple((head, *cell) for head, cell in zip(WORDS.list("rows"), cells, strict=True))
    return (
        Paragraph(said),
        Table(WORDS("table"), tuple(WORDS.list("columns")), rows, (3, 3, 3)),
        Items.flat(*WORDS.list("remarks")),
    )


def kept(dollars: int, when: str, rule: str) -> Kept:
    """Return what is left of an amount that is paid at once, or in thirds."""
    cents = 100 * dollars
    pays = [cents, 0, 0] if when == ONCE else [cents // MONTHS] * MONTHS
    return kept_of(pays, INCOME, RULES[rule])
