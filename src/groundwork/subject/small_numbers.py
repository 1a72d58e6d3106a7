"""Which counts and rates are too small to show or to trust, by a rule that has a name.

Each rule quotes the sentence that it encodes, so that "fewer than 10", "9 or fewer" and "10 or
more" can be told apart, and names its entry in the course's bibliography, which has the day on
which it was read and the day after which it must be read again.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import check_counts
from groundwork.subject.rates import crude_rate, rate_interval, relative_standard_error
from groundwork.subject.states import HIDDEN as HIDDEN_MARK
from groundwork.subject.states import all_known, as_numbers, at_least, column_of, hidden_in

HIDDEN = "hidden"
UNRELIABLE = "unreliable"
SHOWN = "shown"
MISSING = "missing"


@dataclass(frozen=True)
class Rule:
    """A published rule for small numbers, as data.

    Attributes
    ----------
    name, source
        What to call it, and where it was published.
    cite
        Its key in `datasets/bibliography.yaml`.
    says
        The sentence that it encodes; "" when that could not be read word for word.
    hide_below
        Counts from 1 to below this are hidden to protect people; None when it protects nobody.
    hides_zero
        Whether zero is hidden too.
    unreliable_below
        Rates on fewer events than this are flagged.
    least_population
        Rates on a smaller denominator (or effective sample) are flagged.
    widest_interval
        Rates whose 95 % interval is wider than this percent of the rate are flagged.
    least_degrees
        Survey rates with fewer degrees of freedom are flagged.
    error_from
        Rates whose relative standard error, in percent, is this or more are flagged.
    limits
        What the rule does not say, or what to know before using it.
    """

    name: str
    source: str
    cite: str
    says: str = ""
    hide_below: int | None = None
    hides_zero: bool = False
    unreliable_below: int | None = None
    least_population: int | None = None
    widest_interval: float | None = None
    least_degrees: int | None = None
    error_from: float | None = None
    limits: str = ""


NCHS_VITAL_STATISTICS = Rule(
    name="NCHS vital statistics",
    source="National Center for Health Statistics, notes on provisional maternal mortality rates",
    cite="nchs-fewer-than-20",
    says="rates based on death counts less than 20 are suppressed in accordance with current NCHS "
    "standards of reliability for rates. Death counts between 1-9 in the data file are suppressed",
    hide_below=10,
    unreliable_below=20,
    limits="NCHS leaves such rates out; here they are flagged. 20 events keep the relative "
    "standard error under 25 %. The rule of 2023 takes its place: look up which your data follow.",
)
CDC_WONDER = Rule(
    name="CDC WONDER",
    source="CDC WONDER, data use restrictions of Underlying Cause of Death, 2018 and later",
    cite="cdc-wonder-use",
    says="Do not present or publish death counts of 9 or fewer or death rates based on counts of "
    "nine or fewer (in figures, graphs, maps, tables, etc.).",
    hide_below=10,
    hides_zero=True,
    limits="For figures that come from CDC WONDER, by the words one agrees to there. Its help "
    "pages say that one to nine are suppressed: ask before you publish a zero.",
)
NCHS_RATES_2023 = Rule(
    name="NCHS rates 2023",
    source="National Center for Health Statistics Data Presentation Standards for Rates and "
    "Counts, Vital and Health Statistics Series 2, no. 200, 2023, as their evaluation gives them",
    cite="nchs-rates-2023",
    says="Statistically reliable rates have a sample size or effective sample size of 10 or more "
    "for both numerator and denominator, a relative width of 160% or less for appropriate 95% "
    "confidence intervals (CIs), and, when applicable, degrees of freedom of 8 or higher.",
    unreliable_below=10,
    least_population=10,
    widest_interval=160.0,
    least_degrees=8,
    limits="About reliability only; it protects nobody's privacy. For a survey, give effective "
    "sample sizes as the counts. Degrees of freedom matter for surveys only.",
)
WASHINGTON_DOH_2018 = Rule(
    name="Washington DOH 2018",
    source="Washington State Department of Health, Agency Standards for Reporting Data with Small "
    "Numbers, May 2018",
    cite="washington-doh-2018",
    hide_below=10,
    limits="Rates from hidden counts are hidden too, and further cells must be hidden so that "
    "nothing can be found by subtraction. Its separate advice on reliability is not applied here. "
    "Told in our words: its sentence could not be read word for word.",
)
RSE_30 = Rule(
    name="Relative standard error of 30 % or more",
    source="The older screening rule of NCHS surveys, here of home and hospice care; replaced for "
    "proportions in 2017 and for rates in 2023",
    cite="nchs-nhhcs-rse",
    says="if the sample is 60 or more and the RSE is 30 percent or more, the estimate is reported "
    "but should not be assumed reliable",
    error_from=30.0,
    limits="Still common in practice. At exactly 30 percent surveys of NCHS differ: another one "
    "calls an estimate reliable at 30 percent or less. For counts it flags 11 events or fewer.",
)
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (NCHS_VITAL_STATISTICS, CDC_WONDER, NCHS_RATES_2023, WASHINGTON_DOH_2018, RSE_30)
}


def rule_named(name: str) -> Rule:
    """Find a rule by its name.

    Raises
    ------
    UserError
        When there is no such rule; the names are listed.
    """
    if name not in RULES:
        raise UserError(f"There is no rule {name!r}.", f"Choose one of: {'; '.join(RULES)}.")
    return RULES[name]


def flag_small_numbers(
    data: pd.DataFrame,
    rule: Rule,
    events: str = "events",
    population: str = "population",
    degrees: str | None = None,
) -> pd.DataFrame:
    """Flag every row of a table of counts by a rule.

    Parameters
    ----------
    data
        One row a group.
    events, population, degrees
        Columns with the count, the denominator and, for surveys, the degrees of freedom.

    Returns
    -------
    DataFrame
        The table with columns ``flag`` (``"hidden"``, ``"unreliable"`` or ``"shown"``) and
        ``reason`` added. A count that is not there has flag ``"missing"``, or ``"hidden"`` where
        the table says that it was hidden (see :mod:`groundwork.subject.states`).
    """
    count = check_counts(column_of(data, events), events)
    reasons: list[list[str]] = [[] for _ in count]

    def note(where: np.ndarray, reason: str) -> None:
        for row in np.flatnonzero(where):
            reasons[row].append(reason)

    people = as_numbers(column_of(data, population), population)
    if rule.unreliable_below is not None:
        note(count < rule.unreliable_below, f"fewer than {rule.unreliable_below} events")
    if rule.least_population is not None:
        note(people < rule.least_population, f"fewer than {rule.least_population} people")
    if rule.widest_interval is not None:
        note(
            relative_width(count, people) > rule.widest_interval,
            f"95 % interval wider than {rule.widest_interval:g} % of the rate",
        )
    if rule.least_degrees is not None and degrees is not None:
        note(
            as_numbers(column_of(data, degrees), degrees) < rule.least_degrees,
            f"fewer than {rule.least_degrees} degrees of freedom",
        )
    if rule.error_from is not None:
        error = np.nan_to_num(relative_standard_error(count), nan=np.inf)
        note(
            error >= rule.error_from,
            f"relative standard error of {rule.error_from:g} % or more",
        )
    flags = np.array([UNRELIABLE if told else SHOWN for told in reasons], dtype=object)
    small = is_small(count, rule)
    hidden = np.isnan(count) & hidden_in(data, events)
    flags[np.isnan(count)] = MISSING
    flags[small | hidden] = HIDDEN
    told = ["; ".join(reason) for reason in reasons]
    for row in np.flatnonzero(small):
        told[row] = f"a count from {int(not rule.hides_zero)} to {(rule.hide_below or 0) - 1}"
    for row in np.flatnonzero(np.isnan(count)):
        told[row] = "hidden in the source" if hidden[row] else "no count"
    return data.assign(flag=flags, reason=told)


def is_small(count: np.ndarray, rule: Rule) -> np.ndarray:
    """Tell which counts the rule hides: those below its limit, zero only when it says so."""
    if rule.hide_below is None:
        return np.zeros(np.shape(count), dtype=bool)
    least = 0 if rule.hides_zero else 1
    return (count >= least) & (count < rule.hide_below)


def relative_width(events: np.ndarray, population: np.ndarray) -> np.ndarray:
    """Give the width of the exact 95 % interval as a percent of the rate; infinite for no event."""
    lower, upper = rate_interval(events, population)
    with np.errstate(divide="ignore", invalid="ignore"):
        width = 100 * (upper - lower) / crude_rate(events, population)
    return np.where(events == 0, np.inf, width)


def pool_years(
    data: pd.DataFrame,
    by: str,
    years: int,
    year: str = "year",
    events: str = "events",
    population: str = "population",
) -> pd.DataFrame:
    """Add up events and person-years over periods of several years, so that fewer are small.

    Periods are counted back from the latest year; earlier years that do not fill a period are
    left out.

    Parameters
    ----------
    data
        One row a group and year.
    by
        The column of the groups.
    years
        Years in a period.

    Returns
    -------
    DataFrame
        Columns ``by``, ``period`` (as ``2019-2021``), events and population. The rate over a
        pooled population is a yearly average. A sum with a hidden or missing number in it is
        missing; where the table says which numbers are hidden, the result says it too.

    Raises
    ------
    UserError
        When a group lacks a year of a period or has one twice.
    """
    years = at_least(years, 1, "The number of years in a period")
    data = data.reset_index(drop=True)
    when = as_numbers(column_of(data, year), year)
    all_known(list(when), "years")
    data = data.assign(**{year: when.astype(int)})
    column_of(data, by)
    if not len(when):
        raise UserError("There are no rows to pool.", "Give one row a group and year.")
    first, last = int(when.min()), int(when.max())
    if years < 1 or last - first + 1 < years:
        raise UserError(
            f"The data hold {last - first + 1} year(s), which does not make a period of {years}.",
            "Choose a shorter period.",
        )
    back = (last - data[year].astype(int)) // years
    kept = data[back < (last - first + 1) // years]
    end = last - back[kept.index] * years
    period = pd.Series(
        [f"{e - years + 1}-{e}" if years > 1 else f"{e}" for e in end], index=kept.index
    )
    grouped = kept.assign(period=period).groupby([by, "period"], sort=False)
    uneven = grouped[year].agg(lambda found: len(found) != years or found.nunique() != years)
    if uneven.any():
        group, span = uneven[uneven].index[0]
        raise UserError(
            f"{group} does not have every year of {span} once.",
            "Pool only periods in which each group has one row a year.",
        )
    numbers = [events, population]
    marks = [f"{name}{HIDDEN_MARK}" for name in numbers if f"{name}{HIDDEN_MARK}" in kept]
    known = kept.assign(
        period=period, **{name: check_counts(kept[name], name) for name in numbers}
    ).groupby([by, "period"], sort=False)
    sums = known[numbers].sum(min_count=years)
    for mark in marks:
        sums[mark] = known[mark].any()
    whole = sums[numbers].astype("Int64")
    if not whole.isna().any(axis=None):
        whole = whole.astype("int64")
    return sums.assign(**{name: whole[name] for name in numbers}).reset_index()
