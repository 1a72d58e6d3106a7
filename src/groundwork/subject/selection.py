"""Who gets chosen: selection rates, their ratio and difference, and a test of both.

The ratio of selection rates is a screen, not a finding. In hiring, a rule of thumb of 1978 compared
it with 0.80 (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D): "A selection
rate for any race, sex, or ethnic group which is less than four-fifths (4/5) (or eighty percent) of
the rate for the group with the highest rate will generally be regarded by the Federal enforcement
agencies as evidence of adverse impact". By the same text smaller gaps could matter when they were
significant, and larger ones not when numbers were small. Elsewhere (grants, loans, call-backs in a
study, enrollment) 0.80 is only a borrowed line, and this module never gives the result a legal
name. Look at the other side too: the same data can pass as approvals and fail as denials.

It is told here as history. In July 2026 EEOC listed a final rule that takes the guidelines back
(RIN 3046-AB43); whether it was published is not known here. The entries `ugesp-1978` and
`ugesp-rescission` of the bibliography say when to look again. Ask counsel before a number from here
supports any claim about law.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import Z95, check_counts
from groundwork.subject.states import all_known, column_of, one_level, one_number

SCREEN = 0.80
"""Ratios below this, and not this itself, were "less than four-fifths"."""
HIRING = "hiring"


@dataclass(frozen=True)
class SelectionComparison:
    """One group's selection rate against a reference group's.

    Attributes
    ----------
    rate, reference_rate
        Share selected, 0 to 1.
    impact_ratio
        Rate over reference rate.
    difference, lower, upper
        Rate minus reference rate, with 95 % limits (unpooled, normal).
    z_test, fisher_exact
        Two-sided p-values of no difference: the pooled two-proportion z test and Fisher's test.
        Trust Fisher's when any count is small.
    words
        The result in a sentence or two.
    """

    rate: float
    reference_rate: float
    impact_ratio: float
    difference: float
    lower: float
    upper: float
    z_test: float
    fisher_exact: float
    words: str


def compare_selection(
    selected: int,
    applied: int,
    reference_selected: int,
    reference_applied: int,
    setting: str = "selection",
) -> SelectionComparison:
    """Compare the selection rate of a group with that of a reference group.

    Parameters
    ----------
    selected, applied
        How many of the group were chosen, out of how many.
    reference_selected, reference_applied
        The same for the reference group, as a rule the one with the highest rate.
    setting
        What is being selected, for example ``"mortgage approval"``. Only ``"hiring"`` is told
        as the four-fifths rule of thumb of 1978.

    Raises
    ------
    UserError
        When counts are impossible or nobody of the reference group was selected.
    """
    _check(selected, applied)
    _check(reference_selected, reference_applied)
    rate, base = selected / applied, reference_selected / reference_applied
    ratio = impact_ratio(rate, base)
    half = Z95 * math.sqrt(rate * (1 - rate) / applied + base * (1 - base) / reference_applied)
    counts = (selected, applied, reference_selected, reference_applied)
    fisher = fisher_exact_test(*counts)
    return SelectionComparison(
        rate,
        base,
        ratio,
        rate - base,
        rate - base - half,
        rate - base + half,
        two_proportion_test(*counts),
        fisher,
        _words(ratio, rate - base, fisher, counts, setting),
    )


def impact_ratio(rate: float, reference_rate: float) -> float:
    """Divide a selection rate by the reference group's.

    Raises
    ------
    UserError
        When the reference rate is zero.
    """
    rate, reference_rate = one_number(rate, "rates"), one_number(reference_rate, "rates")
    if min(rate, reference_rate) < 0 or math.inf in (rate, reference_rate):
        raise UserError(
            "A selection rate is below zero or infinite.", "Give two shares, or two percentages."
        )
    if reference_rate == 0:
        raise UserError(
            "The ratio cannot be computed: nobody of the reference group was selected.",
            "Compare with the group that has the highest rate.",
        )
    return rate / reference_rate


def is_below_screen(
    selected: int, applied: int, reference_selected: int, reference_applied: int
) -> bool:
    """Tell whether a rate is less than four fifths of the reference's, by whole numbers.

    At exactly four fifths it is not, whatever a division rounds to.

    Raises
    ------
    UserError
        When a number is missing, or more were selected than applied.
    """
    _check(selected, applied)
    _check(reference_selected, reference_applied)
    return 5 * selected * reference_applied < 4 * reference_selected * applied


def selection_table(
    data: pd.DataFrame,
    group: str = "group",
    selected: str = "selected",
    applied: str = "applied",
    reference: str | None = None,
    setting: str = "selection",
) -> pd.DataFrame:
    """Compare every group with one reference, or with the group that has the highest rate.

    Returns
    -------
    DataFrame
        Index ``group``; columns ``selected``, ``applied``, ``rate``, ``impact_ratio``,
        ``difference``, ``lower``, ``upper``, ``fisher_exact`` and ``words``.
    """
    labels = column_of(data, group)
    one_level(pd.Index(labels), "groups")
    names = [str(name) for name in labels]
    chosen = np.column_stack(
        [
            check_counts(column_of(data, name), "numbers selected and applied")
            for name in (selected, applied)
        ]
    )
    known = np.asarray(~np.isnan(chosen).any(axis=1))
    if not known.any():
        raise UserError("No group has both numbers.", "Give how many applied and were chosen.")
    if reference is None:
        with np.errstate(divide="ignore", invalid="ignore"):
            rates = np.where(known & (chosen[:, 1] > 0), chosen[:, 0] / chosen[:, 1], -1.0)
        reference = names[int(rates.argmax())]
    if names.count(reference) != 1:
        raise UserError(
            f"There is not exactly one group {reference!r}.", f"Choose one of: {', '.join(names)}."
        )
    base = chosen[names.index(reference)]
    all_known(list(base), "numbers of the reference group")
    rows: list[dict[str, object]] = []
    for (count, total), there in zip(chosen, known, strict=True):
        if not there:
            rows.append({"words": "A number of this group is hidden or missing."})
            continue
        result = compare_selection(int(count), int(total), int(base[0]), int(base[1]), setting)
        rows.append(
            {
                "selected": int(count),
                "applied": int(total),
                "rate": result.rate,
                "impact_ratio": result.impact_ratio,
                "difference": result.difference,
                "lower": result.lower,
                "upper": result.upper,
                "fisher_exact": result.fisher_exact,
                "words": result.words,
            }
        )
    columns = [
        "selected", "applied", "rate", "impact_ratio", "difference", "lower", "upper",
        "fisher_exact", "words",
    ]  # fmt: skip
    table = pd.DataFrame(rows, index=pd.Index(names, name="group"), columns=columns)
    table.loc[reference, "words"] = "The reference group."
    return table


def two_proportion_test(
    selected: int, applied: int, reference_selected: int, reference_applied: int
) -> float:
    """Give the two-sided p-value of the pooled z test; 1 when everyone or nobody was selected."""
    _check(selected, applied)
    _check(reference_selected, reference_applied)
    pooled = (selected + reference_selected) / (applied + reference_applied)
    error = math.sqrt(pooled * (1 - pooled) * (1 / applied + 1 / reference_applied))
    if error == 0:
        return 1.0
    z = abs(selected / applied - reference_selected / reference_applied) / error
    return math.erfc(z / math.sqrt(2))


def fisher_exact_test(
    selected: int, applied: int, reference_selected: int, reference_applied: int
) -> float:
    """Give the two-sided p-value of Fisher's exact test.

    It adds up the hypergeometric probabilities of all tables with these totals that are no more
    likely than the one found.
    """
    _check(selected, applied)
    _check(reference_selected, reference_applied)
    selected, applied = int(selected), int(applied)
    reference_selected, reference_applied = int(reference_selected), int(reference_applied)
    total, chosen = applied + reference_applied, selected + reference_selected

    def log_probability(count: int) -> float:
        return (
            _log_choose(applied, count)
            + _log_choose(reference_applied, chosen - count)
            - _log_choose(total, chosen)
        )

    found = log_probability(selected)
    possible = range(max(0, chosen - reference_applied), min(applied, chosen) + 1)
    # Tables exactly as likely as the one found must count, whatever rounding does.
    logs = [log for log in map(log_probability, possible) if log <= found + 1e-7]
    return min(1.0, math.fsum(math.exp(log) for log in logs))


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _check(selected: int, applied: int) -> None:
    found = check_counts([selected, applied], "numbers selected and applied")
    all_known(list(found), "numbers selected and applied")
    if applied == 0 or selected > applied:
        raise UserError(
            f"{selected} selected out of {applied} is not possible.",
            "Give how many were chosen and, above that, how many applied.",
        )


def _words(
    ratio: float, difference: float, fisher: float, counts: tuple[int, int, int, int], setting: str
) -> str:
    """What the numbers say, and how far."""
    chance = "p < 0.001" if fisher < 0.001 else f"p = {fisher:.3f}"
    words = (
        f"{setting.capitalize()}: the rate is {ratio:.2f} times the reference rate "
        f"({counts[0]:,} of {counts[1]:,} and {counts[2]:,} of {counts[3]:,}; difference "
        f"{100 * difference:+.1f} percentage points; Fisher's exact test {chance})."
    )
    if is_below_screen(*counts):
        words += (
            " It is below four fifths, a rule of thumb for hiring from 1978 that may no longer "
            "hold: a reason to look closer, not a finding."
            if setting == HIRING
            else " It is below 0.80, a line borrowed from hiring: a reason to look closer, no more."
        )
    if min(counts[0], counts[2], counts[1] - counts[0], counts[3] - counts[2]) < 5:
        words += " A count is under 5, so one person more or less would move the ratio."
    return words
