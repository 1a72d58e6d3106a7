"""When the figures of a card come: a value of a year to come, and one that is not the newest."""

from collections.abc import Iterator
from datetime import date

from groundwork.subject.counts import counted
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.choices import FREQUENCIES, MOMENTS
from groundwork.subject.remark import ERROR, NUDGE, Remark


def is_of_a_year_to_come(card: MetricCard, today: date) -> Iterator[Remark]:
    """M21: a value is of no year to come; a fiscal year bears the year in which it ends."""
    newest = today.year + ("fiscal" in card.period.casefold())
    for moment in MOMENTS:
        year = getattr(card, f"{moment}_year")
        if year is not None and year > newest:
            yield Remark(
                severity=ERROR,
                part=f"{moment}_year",
                what=f"The {moment} value is of {year}, a year that is still to come.",
                try_instead="Write the year in which it was counted. The path is computed with it.",
            )


def newest_is_out(card: MetricCard, today: date) -> Iterator[Remark]:
    """M14: where figures newer than the latest value should have come, the card has them.

    A value bears a year, so the next one is due a year later at the soonest, however often the
    source has new figures, and the card's lag after the end of that year.
    """
    often, year = FREQUENCIES.get(card.data_frequency), card.latest_year
    if often is None or year is None or card.latest_value is None:
        return
    lag = max(0.0, card.data_lag_months or 0.0)
    months_since = 12 * (today.year - year - max(1.0, 1 / often)) + today.month - 12
    if months_since > lag:
        late = f", {counted(lag, 'month')} late" if lag else ""
        yield Remark(
            severity=NUDGE,
            part="latest_year",
            what=f"The latest value is of {year}; new figures come {card.data_frequency}{late}.",
            try_instead="Ask whoever counts it for a newer one, or say why there is none.",
        )
