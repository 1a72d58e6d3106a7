"""A file of the learner's own in a lesson: what it says there, and which steps follow it."""

import pandas as pd

from groundwork.learner import blocks, chosen_file, place
from groundwork.learner.chosen_file import InUse
from groundwork.learner.papers import letterhead
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import judged_lines, whose_budget
from groundwork.screen.activities.metric_register import cards_of_file, not_read
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.blocks import Shown
from groundwork.screen.widgets.own_file import OwnFile, Use
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.line_kinds import BENEFITS, STAFF, line_kinds
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.counts import counted
from groundwork.subject.metrics import owner, verdict
from groundwork.subject.metrics.card import FIELDS as CARD
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.review import says_what_follows
from groundwork.subject.own_data.questions import ASIDE
from groundwork.subject.own_data.sums import Sum

SAID = Words("own_file", riverbend=place.RIVERBEND_NAME)
AHEAD = 3


def own_file(name: str) -> OwnFile:
    """Return the choice of a file of the kind that the lesson's text names."""
    return of_kind(name, str(blocks.find(name).says["as"]))


def of_kind(name: str, kind: str) -> OwnFile:
    """Return the choice of a file of a kind, shown under a name."""
    followed = kind if kind in SHOWS else "any"
    use = Use(
        kind,
        SAID(f"title_{kind}"),
        place.RIVERBEND_NAME,
        SAID(f"follows_{followed}"),
        SAID(f"stays_{followed}"),
        SHOWS.get(kind, _adds_up),
    )
    shown = OwnFile(name, use)
    chosen_file.follow(kind, name, shown.turn)
    return shown


def _budget(file: InUse) -> Shown:
    found = whose_budget.of(file)
    lines = found.lines
    day = horizon_after(found.year, AHEAD, found.first_month)
    year = baseline(lines, day).iloc[0]
    said = SAID(
        "budget_holds",
        name=_capital(found.name),
        year=found.year,
        lines=f"{len(lines):,}",
        dollars=show_dollars(int(year["budget_cents"])),
    )
    aside = _encumbered(file)
    work = letterhead.counted().name
    if not year["equity_cents"]:
        open_yet = SAID("no_share", work=work)
        return (
            Paragraph(f"{said} {open_yet}"),
            Items.flat(*found.told, *_lacks(file, lines), *aside),
        )
    rows = [
        (name, show_dollars(int(year[f"{kind}_cents"])), f"{100 * year[f'{kind}_share']:.1f} %")
        for kind, name in (("strict", SAID("strict")), ("broad", SAID("broad")))
    ]
    alone = judged_lines.only_judged(lines, day, found.work)
    alone += judged_lines.only_listed(lines, found.work)
    said_too = [*alone, *found.told, *_lacks(file, lines), *aside]
    dollars = show_dollars(int(year["equity_cents"]))
    counts = SAID("counted", work=work, dollars=dollars, years=str(AHEAD))
    return (
        Paragraph(f"{said} {counts}"),
        Table(
            SAID("planned", name=_capital(found.name), year=found.year, years=str(AHEAD)),
            (SAID("baseline"), SAID("dollars"), SAID("share", work=work)),
            tuple(rows),
            (3, 2, 2),
        ),
        *([Items.flat(*said_too)] if said_too else []),
    )


def _lacks(file: InUse, lines: pd.DataFrame) -> list[str]:
    """Say what a file does not tell of its money, which ends until somebody knows, or tells apart.

    Benefits on lines of their own are no part of what a position's line holds.
    """
    said = []
    if not lines["recurrence"].notna().any():
        said.append(SAID("no_recurrence"))
    if not lines["ends"].notna().any():
        said += _days_aside(file) or [SAID("no_ends")]
    if not lines["restriction"].notna().any():
        said.append(SAID("no_restriction"))
    kinds = line_kinds(as_lines(lines))
    apart = lines[kinds == BENEFITS]
    if len(apart) and (kinds == STAFF).any():
        dollars = show_dollars(sum(round(100 * amount) for amount in apart["amount"]))
        said.append(SAID("benefits", count=counted(len(apart), "line"), dollars=dollars))
    return said


def _days_aside(file: InUse) -> list[str]:
    """Ask of each column of days that was left aside whether it is the last day of the money."""
    return [
        SAID("days_aside", letter=each.letter, column=each.heading or each.letter)
        for each in file.result.seen
        if each.field == ASIDE and each.has_days
    ]


def _encumbered(file: InUse) -> list[str]:
    """Say which column of promised money was left aside, since it decides what is unspent."""
    return [
        SAID("encumbered", column=each.heading)
        for each in file.result.seen
        if each.field == ASIDE and "encumb" in each.heading.casefold()
    ]


def _register(file: InUse) -> Shown:
    """Say what the cards of a file hold; of what no column was read as, only that."""
    cards = cards_of_file(file)
    lacks = not_read(file)
    rows = tuple(
        (
            f"{card.id}. {card.name}",
            SAID("not_read") if "owner" in lacks else _owner(card),
            *(
                SAID("not_read") if "latest_value" in lacks else found(card).told
                for found in (verdict.changed, verdict.on_path)
            ),
        )
        for card in cards
    )
    told = {
        "owner": SAID("owned", owned=str(sum(map(owner.answers, cards)))),
        "consequence": SAID("follows", follow=str(sum(map(says_what_follows, cards)))),
    }
    said = SAID(
        "register_holds",
        name=SAID("your_file", file=file.file),
        cards=counted(len(cards), "measure"),
        told="".join(f", {words}" for name, words in told.items() if name not in lacks),
    )
    if lacks:
        fields = ", ".join(CARD[name].label.lower() for name in lacks)
        said = " ".join([said, SAID("also_not_read", fields=fields)])
    columns = (SAID("measure"), SAID("owner"), SAID("has_changed"), SAID("on_path"))
    return (Paragraph(said), Table(SAID("your_file", file=file.file), columns, rows, (4, 3, 3, 4)))


def _owner(card: MetricCard) -> str:
    """Name the owner, and say so where no one position or partnership answers."""
    if not card.owner.strip():
        return SAID("nobody")
    return card.owner if owner.answers(card) else SAID("no_one", owner=card.owner)


def _adds_up(file: InUse) -> Shown:
    """Say what a file of any kind holds and adds up to, in its own words."""
    name = SAID("your_file", file=file.file)
    result = file.result
    said = Paragraph(SAID("holds", name=_capital(name), rows=f"{result.rows:,}"))
    rows = tuple(
        (
            ", ".join([each.column, *(f"{what} {label}" for what, label in each.where)]),
            f"{each.count:,}",
            f"{each.total:,.2f}".removesuffix(".00"),
            _not_in_the_sum(each),
        )
        for each in result.sums
    )
    if not rows:
        return (said,)
    columns = (SAID("what"), SAID("numbers"), SAID("sum"), SAID("not_in_sum"))
    return (said, Table(SAID("adds_up"), columns, rows, (5, 2, 3, 3)))


def _not_in_the_sum(each: Sum) -> str:
    parts = [("hidden", each.hidden), ("missing", each.missing)]
    return ", ".join(SAID(word, count=f"{count:,}") for word, count in parts if count) or SAID(
        "none"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


SHOWS = {whose_budget.KIND: _budget, "metrics_register": _register}
