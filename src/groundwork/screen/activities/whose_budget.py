"""The budget that the acts of lesson 06 are about: Riverbend County's, or the learner's file."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from groundwork.learner import artifacts, chosen_file, place
from groundwork.learner.artifacts import Artifact
from groundwork.learner.chosen_file import InUse
from groundwork.learner.papers import letterhead
from groundwork.screen.activities import judged_lines
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.fund_facts import (
    RECURS,
    USES,
    FundFacts,
    lines_with_facts,
    records_with_facts,
)
from groundwork.subject.budget.own_lines import spent

KIND = "budget_lines"
STARTS = "budget_year"
FUNDS = "own_budget_funds"
"""The list of what is known of the funds of a file: always the learner's own, never invented."""
WHOLE_YEAR, MONTHS = "year", "months"
"""What an amount is for, where its money ends inside the year."""
_TEXTS = ("fund", "fund_label", "purpose", "object", "equity_evidence")
_NUMBERS = ("equity_share", "fte")


@dataclass(frozen=True)
class Budget:
    """Lines of one fiscal year, whose they are, and which part of a file they are.

    `work` is what is counted in them, as the learner calls it.
    """

    lines: pd.DataFrame
    year: str
    first_month: int
    name: str
    own: bool = False
    told: tuple[str, ...] = ()
    work: CountedWork = COURSE

    @property
    def today(self) -> date | None:
        """The day by which money of one's own has ended; for an invented budget there is none."""
        return date.today() if self.own else None


def now(*, as_filed: bool = False) -> Budget:
    """Return the learner's own budget while a file of it is in use, or Riverbend County's."""
    return of(chosen_file.in_use(KIND), as_filed=as_filed)


def of(file: InUse | None, *, as_filed: bool = False) -> Budget:
    """Return the budget of a file; without one Riverbend County's, in the course's own words.

    Lines that the learner judged have the share that was judged, unless asked for as filed.
    """
    if file is None or file.result.table is None:
        return Budget(
            riverbend.lines(), riverbend.YEAR, riverbend.FIRST_MONTH, place.RIVERBEND_NAME
        )
    found = spent(file.result.table)
    lines = found.lines.copy()
    for name in (*_TEXTS, *_NUMBERS):  # what a file may lack
        if name not in lines:
            kind = "float64" if name in _NUMBERS else "str"
            lines[name] = pd.Series([None] * len(lines), dtype=kind)
    lines = lines_with_facts(lines, fund_facts())
    if not as_filed:
        lines = judged_lines.with_judgments(lines, judged_lines.kept())
    return Budget(
        lines,
        found.fiscal_year,
        int(starts().now()),
        f"your file {file.file}",
        own=True,
        told=found.told,
        work=letterhead.counted(),
    )


def fund_facts() -> dict[str, FundFacts]:
    """Return what the learner said of each fund of their own."""
    rows = (artifacts.load(FUNDS) or {}).get("records", [])
    return {
        str(row.get("fund")): FundFacts(
            row["recurs"] if row.get("recurs") in RECURS else "",
            row["use"] if row.get("use") in USES else "",
            _day(row.get("ends")),
            row.get("covers") == MONTHS,
            str(row.get("recurs_by") or ""),
        )
        for row in rows
    }


def _day(kept: object) -> str:
    """Return a kept day, or "" for what somebody wrote into the file that is none."""
    try:
        return date.fromisoformat(str(kept)[:10]).isoformat()
    except ValueError:
        return ""


def with_facts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the learner's own listed lines, each blank filled with what is known elsewhere.

    Of its fund, and of the share that was judged while the file was in use.
    """
    known = records_with_facts(rows, fund_facts())
    return judged_lines.records_with_judgments(known, judged_lines.kept())


def starts() -> Artifact[str]:
    """Return where the first month of the learner's fiscal year is kept; July until they say."""
    return Artifact(
        place.artifact(STARTS), "7", lambda data: str(data["month"]), lambda one: {"month": one}
    )
