"""Tie listed budget lines to the whole budget that they are a part of, by fund, to the cent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from groundwork.subject.budget.own_lines import name_of

NO_FUND = "not given"
"""What the lines of a budget that tell no fund stand under."""


@dataclass(frozen=True)
class Tied:
    """One listed line that the budget holds, in cents: as listed, and as the budget has it."""

    name: str
    fund: str
    cents: int
    filed_cents: int


@dataclass(frozen=True)
class Part:
    """What is listed of a fund, or of all, and what the budget holds of it."""

    fund: str
    lines: int
    cents: int
    all_lines: int
    all_cents: int

    @property
    def percent(self) -> float | None:
        """The listed dollars in percent; None of a budget that holds no dollar."""
        return 100 * self.cents / self.all_cents if self.all_cents > 0 else None


@dataclass(frozen=True)
class Tie:
    """The listed lines beside the budget of a file.

    Attributes
    ----------
    file, fiscal_year
        Which budget it is, and of which year.
    tied
        The listed lines that the budget holds.
    others
        The names of those that it does not hold, with their cents.
    parts
        By fund, the largest first.
    """

    file: str
    fiscal_year: str
    tied: tuple[Tied, ...]
    others: tuple[tuple[str, int], ...]
    parts: tuple[Part, ...]

    @property
    def whole(self) -> Part:
        """All funds together."""
        return Part(
            "All funds",
            *(
                sum(getattr(part, name) for part in self.parts)
                for name in ("lines", "cents", "all_lines", "all_cents")
            ),
        )

    @property
    def changed(self) -> tuple[Tied, ...]:
        """The lines whose dollars are others than those of the budget."""
        return tuple(each for each in self.tied if each.cents != each.filed_cents)


def tie_to_budget(
    records: Sequence[Mapping[str, Any]], budget: pd.DataFrame, file: str, fiscal_year: str
) -> Tie:
    """Find each listed line in a budget.

    Parameters
    ----------
    records
        Listed lines, each with ``line``, ``amount`` (dollars) and ``fund``.
    budget
        Lines of one fiscal year, as `own_lines.spent` takes them from a file.
    """
    cents = [round(100 * float(amount)) for amount in budget["amount"]]
    funds = [_fund(fund) for fund in budget["fund"]] if "fund" in budget else []
    funds = funds or [NO_FUND] * len(budget)
    by_name: dict[str, list[int]] = {}
    for at, (_, row) in enumerate(budget.iterrows()):
        for name in (name_of(row), f"{name_of(row)} ({row['line_id']})"):
            by_name.setdefault(name, []).append(at)
    tied, others, taken = list[Tied](), list[tuple[str, int]](), set[int]()
    for record in records:
        listed = round(100 * float(record["amount"]))
        left = [at for at in by_name.get(record["line"], []) if at not in taken]
        # Of several lines of one name only the dollars tell which one is listed.
        same = [at for at in left if cents[at] == listed]
        found = same[0] if same else left[0] if len(left) == 1 else None
        if found is None:
            others.append((record["line"], listed))
            continue
        taken.add(found)
        tied.append(Tied(record["line"], funds[found], listed, cents[found]))
    parts = sorted(_parts(tied, funds, cents), key=lambda part: -part.all_cents)
    return Tie(file, fiscal_year, tuple(tied), tuple(others), tuple(parts))


def _parts(tied: Sequence[Tied], funds: Sequence[str], cents: Sequence[int]) -> Iterator[Part]:
    for fund in dict.fromkeys(funds):
        held = [each for each, of in zip(cents, funds, strict=True) if of == fund]
        listed = [each.cents for each in tied if each.fund == fund]
        yield Part(fund, len(listed), sum(listed), len(held), sum(held))


def _fund(fund: Any) -> str:
    return NO_FUND if fund is None or bool(pd.isna(fund)) or fund == "" else str(fund)
