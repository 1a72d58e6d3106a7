"""The baseline request: what is asked for, the options at less, and who can say yes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.budget.money import show, to_cents
from groundwork.subject.errors import UserError

LEVELS = (100, 75, 50)
CALENDAR = (
    "budget call",
    "department draft",
    "executive's budget",
    "public hearings",
    "adoption",
)


@dataclass(frozen=True)
class RequestItem:
    """One thing in a request, in whole cents a year: what it is and what stops without it."""

    name: str
    cents: int
    fte: float = 0.0
    stops: str = ""


@dataclass(frozen=True)
class RequestOption:
    """What one level of money pays for.

    ``ceiling_cents`` is the level's percent of the full request, and ``cents`` what the items
    that are kept come to.
    """

    percent: int
    ceiling_cents: int
    cents: int
    fte: float
    kept: tuple[RequestItem, ...]
    stopped: tuple[RequestItem, ...]

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
    name: str, dollars: int | float | str, fte: float = 0.0, stops: str = ""
) -> RequestItem:
    """Make an item from dollars a year; raise UserError when they are not above zero."""
    cents = to_cents(dollars)
    if cents <= 0 or not fte >= 0 or not name.strip():
        raise UserError(
            f"The item {name!r} asks for {dollars} dollars and {fte} FTE.",
            "Name it, and give dollars above zero and FTE that are not below zero.",
        )
    return RequestItem(name.strip(), cents, fte, stops.strip())


def request_options(
    items: Sequence[RequestItem], levels: Sequence[int] = LEVELS
) -> tuple[RequestOption, ...]:
    """Say what each level of money keeps and what it stops.

    Parameters
    ----------
    items
        In your own order of priority, the first to keep first. At each level the list is read
        from the top, and whatever still fits is kept whole: nothing is cut in half, because half
        a position is a different position.
    levels
        Percents of the full request.

    Raises
    ------
    UserError
        If there are no items, two have one name, or a level is not 1 to 100.
    """
    if not items:
        raise UserError("The request asks for nothing.", "Add at least one item.")
    if len({item.name for item in items}) < len(items):
        raise UserError("Two items have the same name.", "Give each item its own name.")
    if not levels or any(not 1 <= level <= 100 for level in levels):
        raise UserError(f"The levels {list(levels)} are not possible.", "Give 1 to 100 percent.")
    full = sum(item.cents for item in items)
    return tuple(_option(items, percent, full * percent // 100) for percent in levels)


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


def _option(items: Sequence[RequestItem], percent: int, ceiling: int) -> RequestOption:
    """Keep what fits, from the top of the list."""
    kept: list[RequestItem] = []
    stopped: list[RequestItem] = []
    left = ceiling
    for item in items:
        (kept if item.cents <= left else stopped).append(item)
        left -= item.cents if item.cents <= left else 0
    return RequestOption(
        percent=percent,
        ceiling_cents=ceiling,
        cents=ceiling - left,
        fte=round(sum(item.fte for item in kept), 4),
        kept=tuple(kept),
        stopped=tuple(stopped),
    )


def _option_as_text(option: RequestOption) -> list[str]:
    """Write one option."""
    head = f"Option at {option.percent} %: {show(option.cents)} a year, {option.fte:g} FTE"
    lines = [head, "  Pays for:"]
    lines += [f"  - {item.name} ({show(item.cents)})" for item in option.kept] or ["  - nothing"]
    lines.append("  Stops:")
    lines += [
        f"  - {item.name} ({show(item.cents)}): {item.stops or 'not said'}"
        for item in option.stopped
    ] or ["  - nothing"]
    if option.unused_cents:
        lines.append(f"  Left over, because no further item fits: {show(option.unused_cents)}")
    return lines
