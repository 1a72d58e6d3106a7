"""How far two people who classify the same lines agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class Agreement:
    """What two raters said of the same lines.

    ``share`` is the share of lines they classify alike, 0 to 1. ``kappa`` is -1 to 1, or None where
    it has no meaning. ``disagreements`` lists the lines to talk about: index the line, columns
    ``first`` and ``second``.
    """

    lines: int
    alike: int
    share: float
    kappa: float | None
    in_words: str
    disagreements: pd.DataFrame


def compare_raters(
    first: pd.Series | Mapping[str, str], second: pd.Series | Mapping[str, str]
) -> Agreement:
    """Compare the classes that two raters gave to the same lines.

    Cohen's kappa = (observed - expected) / (1 - expected), where *observed* is the share of lines
    classified alike and *expected* the share that would be alike if each rater dealt out their own
    counts of each class at random (Cohen 1960, Educational and Psychological Measurement
    20:37-46). It has no meaning when both raters put every line in one and the same class.

    Parameters
    ----------
    first, second
        Each rater's class for each line, indexed by line_id; the order does not matter.

    Raises
    ------
    UserError
        If there are no lines, a line is classified twice or left empty, or the two rated different
        lines.
    """
    a, b = _ratings(first, "first"), _ratings(second, "second")
    odd = sorted(map(str, set(a.index) ^ set(b.index)))
    if odd:
        raise UserError(
            f"Only one of the two raters classified {len(odd)} of the lines, such as {odd[0]}.",
            "Give both raters the same list.",
        )
    both = pd.DataFrame({"first": a, "second": b.reindex(a.index)})
    lines = len(both)
    alike = int((both["first"] == both["second"]).sum())
    counts_a, counts_b = a.value_counts(), b.value_counts()
    by_chance = sum(int(n) * int(counts_b.get(kind, 0)) for kind, n in counts_a.items())
    kappa = None
    if by_chance < lines * lines:
        kappa = float(Fraction(alike * lines - by_chance, lines * lines - by_chance))
    return Agreement(
        lines=lines,
        alike=alike,
        share=alike / lines,
        kappa=kappa,
        in_words=_words(lines, alike, kappa),
        disagreements=both[both["first"] != both["second"]].sort_index(),
    )


def _ratings(given: pd.Series | Mapping[str, str], who: str) -> pd.Series:
    """Check one rater's classes."""
    ratings = pd.Series(given, dtype=object)
    if ratings.empty:
        raise UserError(f"The {who} rater has classified no lines.", "Classify at least one line.")
    if ratings.index.has_duplicates:
        twice = ratings.index[ratings.index.duplicated()][0]
        raise UserError(f"The {who} rater classified line {twice} twice.", "Keep one of the two.")
    if ratings.isna().any():
        empty = ratings.index[ratings.isna()][0]
        raise UserError(f"The {who} rater left line {empty} empty.", "Classify every line.")
    return ratings


def _words(lines: int, alike: int, kappa: float | None) -> str:
    """Say what the numbers mean, and what to do next."""
    text = f"You agree on {alike} of {counted(lines, 'line')} ({100 * alike / lines:.0f} %). "
    if kappa is None:
        return text + (
            "Kappa has no meaning here: you both put every line in the same class, so agreement "
            "by chance would be complete too. Try a set of lines with more than one class."
        )
    text += f"Cohen's kappa is {kappa:.2f}: 1 is full agreement, 0 is what chance would give. "
    if alike == lines:
        return text + "There is nothing to settle."
    return (
        text + "Talk about each line you classify differently, then write down the rule you used."
    )
