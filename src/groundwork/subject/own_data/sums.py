"""Count and add up what was read, in the words of the file."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC

_LABELS = ("text", "fiscal year", "years", "choice")
_FUNDS_SHOWN = 12


@dataclass(frozen=True)
class Sum:
    """What one column adds up to in some of its rows.

    ``where`` are the labels of those rows (year, fund, revenue or expense), ``count`` how many
    cells hold a number, ``hidden`` and ``missing`` how many hold none. Nothing hidden or missing
    is counted as zero.
    """

    column: str
    where: tuple[tuple[str, str], ...]
    count: int
    total: float
    hidden: int = 0
    missing: int = 0

    def __str__(self) -> str:
        """Say it in one line."""
        where = ", ".join(f"{name} {label}" for name, label in self.where)
        total = f"{self.total:,.2f}".removesuffix(".00")
        said = f"{self.column}, {where}: " if where else f"{self.column}: "
        said += f"{self.count:,} {'number' if self.count == 1 else 'numbers'}, sum {total}"
        if self.hidden:
            said += f"; {self.hidden:,} hidden, not in the sum"
        if self.missing:
            said += f"; {self.missing:,} missing, not in the sum"
        return said


def sums(kept: dict[str, Column], whole: dict[str, set[int]]) -> list[Sum]:
    """Add up each money and count column: by year, by side, and by fund within them.

    ``whole`` gives, by column name, the places of rows that are sums of others: they are left out.
    """
    out: list[Sum] = []
    skip = set().union(*whole.values()) if whole else set()
    outer = [
        name for name in ("fiscal_year", "year", "measure", "side", "amount_is") if name in kept
    ]
    if "measure" in kept and "fiscal_year" in outer:
        outer.remove("fiscal_year")
    for name in ("amount", "salary", "benefits", "fte", "events", "denominator"):
        column = kept.get(name)
        if column is None or not column.field or column.field.kind not in NUMERIC:
            continue
        out += _by(column, [kept[each] for each in outer], skip)
        if name in ("amount", "salary", "events") and "fund" in kept:
            out += _by(column, [kept[each] for each in (*outer, "fund")], skip)
    return out


def _by(column: Column, labels: Sequence[Column], skip: set[int]) -> list[Sum]:
    size = len(column.values)
    joined = np.zeros(size, np.int64)
    for each in labels:
        joined = joined * (int(each.codes.max(initial=0)) + 1) + each.codes
    codes, first = _in_order(joined)
    order = {
        tuple(each.values[at] for each in labels): place for place, at in enumerate(first.tolist())
    }
    values = _floats(column.values)
    use = np.ones(size, bool)
    use[list(skip)] = False
    hidden = np.zeros(size, bool)
    hidden[column.hidden] = True
    known = ~np.isnan(values)
    cents = np.rint(np.nan_to_num(values) * 10_000).astype(np.int64)
    out = []
    totals = _added(codes, cents, use & known, len(order))
    counts = np.bincount(codes[use & known], minlength=len(order))
    hides = np.bincount(codes[use & hidden], minlength=len(order))
    lacks = np.bincount(codes[use & ~known & ~hidden], minlength=len(order))
    for key, at in order.items():
        if not counts[at] + hides[at] + lacks[at]:
            continue
        where = tuple(
            (
                label.heading or (label.field.name if label.field else ""),
                "none" if part is None else str(part),
            )
            for label, part in zip(labels, key, strict=True)
        )
        heading = column.heading or (column.field.name if column.field else "")
        out.append(
            Sum(
                heading, where, int(counts[at]), totals[at] / 10_000, int(hides[at]), int(lacks[at])
            )
        )
    return out


def _in_order(joined: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number combinations of labels as they come; give also the first row of each."""
    codes, kinds = pd.factorize(joined)
    first = np.full(len(kinds), len(joined))
    np.minimum.at(first, codes, np.arange(len(joined)))
    return codes, first


def _floats(values: Sequence[object]) -> np.ndarray:
    return np.array(values, float)  # a missing one becomes NaN


def _added(codes: np.ndarray, cents: np.ndarray, use: np.ndarray, size: int) -> list[int]:
    totals = np.zeros(size, np.int64)
    np.add.at(totals, codes[use], cents[use])
    return totals.tolist()


def as_lines(found: Sequence[Sum]) -> list[str]:
    """Write sums for a person to read; of many funds the largest are shown."""
    lines: list[str] = []
    plain = [each for each in found if not any(name == _fund(each) for name, _ in each.where)]
    lines += [str(each) for each in plain[:40]]
    if len(plain) > 40:
        lines.append(f"and {len(plain) - 40:,} sums more")
    funds = [each for each in found if each not in plain]
    largest = sorted(funds, key=lambda each: -abs(each.total))[:_FUNDS_SHOWN]
    lines += [str(each) for each in funds if each in largest]
    if len(funds) > _FUNDS_SHOWN:
        lines.append(f"and {len(funds) - _FUNDS_SHOWN:,} smaller sums by fund")
    return lines


def _fund(each: Sum) -> str:
    return each.where[-1][0] if each.where and "fund" in each.where[-1][0].casefold() else ""
