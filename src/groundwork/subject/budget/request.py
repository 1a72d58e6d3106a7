"""The baseline request: what is asked for, the options at less, and who can say yes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.budget.money import half_up, show, to_cents
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.errors import UserError
from groundwork.subject.states import whole

LEVELS = (100, 75, 50)
NEW = "none"  # what stands where an item takes over no line
CALENDAR = (
    "budget call",
    "department draft",
    "executive's budget",
    "public hearings",
    "adoption",
)


@dataclass(frozen=True)
class RequestItem:
    """One thing in a request, in whole cents: what it is and what stops without it.

    `cents` is a whole year of recurring cost, `once_cents` what is paid one time in year 1, and
    `months` how many months of year 1 are paid, when the work starts later than the year. A number
    that nobody gave is None, which is not 0: it adds nothing, and whoever shows it says so; without
    months the year is whole. `is_staff` is whether it is positions, or a service or purchase; None
    when nobody said. `indirect_cents` is what the money that ends pays a year toward offices,
    payroll and accounting: it is lost with the money, and is no part of what is asked for. `line`
    is the line or award that the item takes over, `NEW` where there is none and "" where nobody
    said, and `line_cents` what that holds a year.
    """

    name: str
    cents: int
    fte: float | None = None
    stops: str = ""
    once_cents: int | None = None
    months: int | None = None
    positions: int | None = None
    is_staff: bool | None = None
    indirect_cents: int | None = None
    line: str = ""
    line_cents: int | None = None

    @property
    def more_than_line(self) -> int | None:
        """What is asked for a year beside what the line holds that it takes over, in cents."""
        return None if self.line_cents is None else self.cents - self.line_cents

    @property
    def people(self) -> tuple[float | None, int | None]:
        """FTE and positions; none of a service or purchase, None where nobody gave them."""
        none = 0 if self.is_staff is False else None
        return (
            none if self.fte is None else self.fte,
            none if self.positions is None else self.positions,
        )

    def year(self, number: int, years: RequestYears) -> int:
        """Return what the item costs in year 1, 2 or 3 of the request, in cents of that year."""
        raised = self.cents * years.factor(number, self.is_staff)
        if number > 1:
            return half_up(raised)
        months = 12 if self.months is None else self.months
        return half_up(raised * months / 12) + (self.once_cents or 0)


@dataclass(frozen=True)
class PassedOver:
    """An item that a level passes over, and the least that keeps it and all before it.

    `whole_cents` is a whole year of recurring cost, and the same at each level.
    """

    item: RequestItem
    whole_cents: int


@dataclass(frozen=True)
class RequestOption:
    """What one level of money pays for.

    ``ceiling_cents`` is the level's percent of the full request, and ``cents`` what the items
    that are kept come to, both in whole years of recurring cost. ``fte`` adds up what is given.
    ``skipped`` are the items that do not fit though one of a lower priority
    does: a reader must be told of them.
    """

    percent: int
    ceiling_cents: int
    cents: int
    fte: float
    kept: tuple[RequestItem, ...]
    stopped: tuple[RequestItem, ...]
    skipped: tuple[PassedOver, ...] = ()

    @property
    def unused_cents(self) -> int:
        """What the level leaves over, because the next item does not fit."""
        return self.ceiling_cents - self.cents


@dataclass(frozen=True)
class BaselineRequest:
    """Everything a request memo says.

    ``owner`` and ``who_can_say_yes`` are positions, not names of people. ``calendar`` pairs steps,
    such as those in `CALENDAR`, with days.
    """

    what: str
    why: str
    whose_outcome: str
    fiscal_year: str
    owner: str
    who_can_say_yes: str
    options: tuple[RequestOption, ...]
    calendar: tuple[tuple[str, str], ...] = field(default=())


def request_item(
    name: str,
    dollars: int | float | str,
    fte: float | None = None,
    stops: str = "",
    *,
    once: int | float | str | None = None,
    months: int | None = None,
    positions: int | None = None,
    is_staff: bool | None = None,
    indirect: int | float | str | None = None,
    line: str = "",
    line_dollars: int | float | str | None = None,
) -> RequestItem:
    """Make an item from dollars a year; raise UserError when they are not above zero."""
    line = NEW if line.strip().lower() == NEW else line.strip()
    holds = None if line_dollars is None or line in ("", NEW) else to_cents(line_dollars)
    cents = to_cents(dollars)
    one_time = None if once is None else to_cents(once)
    lost = None if indirect is None else to_cents(indirect)
    if (lost or 0) < 0:
        raise UserError(
            f"The item {name!r} has {indirect} dollars of indirect cost.",
            "Give dollars that are not below zero, or leave it out.",
        )
    if (one_time or 0) < 0 or not 1 <= (12 if months is None else months) <= 12:
        raise UserError(
            f"The item {name!r} has {once} dollars one time and {months} months in year 1.",
            "Give dollars that are not below zero, and 1 to 12 months.",
        )
    if cents <= 0 or not (fte or 0) >= 0 or (positions or 0) < 0 or not name.strip():
        people = f"{fte or 0:g} FTE and {positions or 0} positions"
        raise UserError(
            f"The item {name!r} asks for {dollars} dollars, {people}.",
            "Name it, and give dollars above zero, and people that are not below zero.",
        )
    return RequestItem(
        *(name.strip(), cents, fte, stops.strip(), one_time, months, positions, is_staff, lost),
        line=line,
        line_cents=holds,
    )


def in_year(items: Sequence[RequestItem], number: int, years: RequestYears) -> int:
    """Return what items come to in year 1, 2 or 3 of a request, in cents of that year."""
    return sum(item.year(number, years) for item in items)


def once_in_all(items: Sequence[RequestItem]) -> int:
    """Return the one-time cents of items; what nobody gave adds nothing."""
    return sum(item.once_cents or 0 for item in items)


def request_options(
    items: Sequence[RequestItem], levels: Sequence[int] = LEVELS, *, in_order: bool = False
) -> tuple[RequestOption, ...]:
    """Say what each level of money keeps and what it stops.

    Parameters
    ----------
    items
        In your own order of priority, the first to keep first. At each level the list is read
        from the top, and whatever still fits is kept whole: nothing is cut in half, because half
        a position is a different position. So an item may be passed over for a smaller one of a
        lower priority; `RequestOption.skipped` says which.
    levels
        Percents of the full request, by a whole year of recurring cost.
    in_order
        Stop at the first item that does not fit, and keep nothing of a lower priority.

    Raises
    ------
    UserError
        If there are no items, two have one name, or a level is not 1 to 100.
    """
    if not items:
        raise UserError("The request asks for nothing.", "Add at least one item.")
    if len({item.name for item in items}) < len(items):
        raise UserError("Two items have the same name.", "Give each item its own name.")
    if not levels:
        raise UserError("No level of money is given.", "Give 1 to 100 percent.")
    levels = [whole(level, 1, 100, "level of money, in percent,") for level in levels]
    full = sum(item.cents for item in items)
    return tuple(_option(items, percent, full * percent // 100, in_order) for percent in levels)


def baseline_request(
    what: str,
    why: str,
    whose_outcome: str,
    fiscal_year: str,
    owner: str,
    who_can_say_yes: str,
    items: Sequence[RequestItem],
    levels: Sequence[int] = LEVELS,
    calendar: Sequence[tuple[str, str]] = (),
) -> BaselineRequest:
    """Put a request together, and refuse one that leaves out what the reader will ask.

    Raises
    ------
    UserError
        If a part is empty, an item does not say what stops without it, or the options are not
        possible.
    """
    parts = {
        "what you ask for": what,
        "why": why,
        "whose outcome it changes": whose_outcome,
        "the fiscal year": fiscal_year,
        "the owner": owner,
        "who can say yes": who_can_say_yes,
    }
    for name, text in parts.items():
        if not text.strip():
            raise UserError(f"The request does not say {name}.", "Fill it in; name a position.")
    for item in items:
        if not item.stops.strip():
            raise UserError(
                f"The request does not say what stops without {item.name!r}.",
                "Say which work ends and for whom.",
            )
    return BaselineRequest(
        what=what.strip(),
        why=why.strip(),
        whose_outcome=whose_outcome.strip(),
        fiscal_year=fiscal_year.strip(),
        owner=owner.strip(),
        who_can_say_yes=who_can_say_yes.strip(),
        options=request_options(items, levels),
        calendar=tuple((str(step), str(day)) for step, day in calendar),
    )


def request_as_text(request: BaselineRequest) -> str:
    """Write a request as plain text, ready to paste into a memo."""
    lines = [
        f"Baseline request for {request.fiscal_year}",
        "",
        f"What: {request.what}",
        f"Why: {request.why}",
        f"Whose outcome: {request.whose_outcome}",
        f"Owner: {request.owner}",
        f"Who can say yes: {request.who_can_say_yes}",
    ]
    for option in request.options:
        lines += ["", *_option_as_text(option)]
    if request.calendar:
        lines += ["", "Calendar"]
        lines += [f"- {day}: {step}" for step, day in request.calendar]
    return "\n".join(lines) + "\n"


def _option(
    items: Sequence[RequestItem], percent: int, ceiling: int, in_order: bool
) -> RequestOption:
    """Keep what fits, from the top of the list."""
    kept: list[RequestItem] = []
    stopped: list[RequestItem] = []
    left = ceiling
    for item in items:
        fits = item.cents <= left and not (in_order and stopped)
        (kept if fits else stopped).append(item)
        left -= item.cents if fits else 0
    last = max((at for at, item in enumerate(items) if item in kept), default=-1)
    skipped = tuple(
        PassedOver(item, sum(each.cents for each in items[: at + 1]))
        for at, item in enumerate(items[: last + 1])
        if item not in kept
    )
    return RequestOption(
        percent=percent,
        ceiling_cents=ceiling,
        cents=ceiling - left,
        fte=round(sum(item.fte or 0 for item in kept), 4),
        kept=tuple(kept),
        stopped=tuple(stopped),
        skipped=skipped,
    )


def _option_as_text(option: RequestOption) -> list[str]:
    """Write one option."""
    open_fte = sum(item.fte is None for item in option.kept)
    unknown = f" (not given for {open_fte})" if open_fte else ""
    head = f"Option at {option.percent} %: {show(option.cents)} a year, {option.fte:g} FTE{unknown}"
    lines = [head, "  Pays for:"]
    lines += [f"  - {item.name} ({show(item.cents)})" for item in option.kept] or ["  - nothing"]
    lines.append("  Stops:")
    lines += [
        f"  - {item.name} ({show(item.cents)}): {item.stops or 'not said'}"
        for item in option.stopped
    ] or ["  - nothing"]
    for each in option.skipped:
        lines += [
            f"  Passed over: {each.item.name}. It comes before something that is kept, and does "
            "not fit.",
            f"  To keep it, and all before it: {show(each.whole_cents)}",
        ]
    if option.unused_cents:
        lines.append(f"  Left over, because no further item fits: {show(option.unused_cents)}")
    return lines
