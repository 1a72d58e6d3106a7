"""What a learner judged of the lines of their own file: kept, and counted wherever they stand."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from groundwork.learner.artifacts import Artifact
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.counted_work import CountedWork
from groundwork.subject.budget.money import exact_units, show_dollars
from groundwork.subject.budget.own_lines import judged, name_of
from groundwork.subject.counts import counted

LISTED = "budget_lines"
"""The list of lines in which the document behind a judgment is named."""
JUDGED = "own_budget_judged"
"""The judgments of lines of a file: always the learner's own, never invented."""
AS_IT_IS, WHOLE, HALF, NOTHING = "as it is", "whole", "half", "nothing"
JUDGMENTS = (
    (AS_IT_IS, "as the file has it"),
    (WHOLE, "all of it, and a paper shows it"),
    (HALF, "half of it, and a paper shows it"),
    (NOTHING, "none of it"),
)
_PAPER = "Paper that you would ask for"
SHARES = {WHOLE: (1.0, _PAPER), HALF: (0.5, _PAPER), NOTHING: (0.0, "")}


def share_of(judgment: str) -> tuple[float, str] | None:
    """Return the share of a line, 0 to 1, and the paper to ask for; None where nothing is judged.

    A judgment is one of the quick choices, or a percent such as "35".
    """
    if judgment == AS_IT_IS:
        return None
    if judgment in SHARES:
        return SHARES[judgment]
    percent = exact_units(judgment, 2)
    if percent is None or not 0 <= percent <= 100 * 100:
        return None
    return (percent / 10_000, _PAPER) if percent else SHARES[NOTHING]


Judgments = Mapping[tuple[str, str], str]
"""By number and words of a line: a line of another file that bears the same number is another."""


Listed = Mapping[str, tuple[float | None, str]]
"""The percent and the paper of each listed line, by the line's name."""


def key_of(line: pd.Series) -> tuple[str, str]:
    """Return the number and the words of a line."""
    return str(line["line_id"]), name_of(line)


def kept() -> dict[tuple[str, str], str]:
    """Return what is kept of each line."""
    return _artifact().now()


def keep(line: pd.Series, judgment: str) -> None:
    """Keep what was judged of a line; as the file has it is no judgment."""
    key = key_of(line)

    def change(now: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
        others = {each: said for each, said in now.items() if each != key}
        return others if judgment == AS_IT_IS else {**others, key: judgment}

    if kept().get(key, AS_IT_IS) != judgment:
        _artifact().change(change)


def which(lines: pd.DataFrame, judgments: Judgments) -> pd.DataFrame:
    """Return the lines that were judged."""
    numbers = {number for number, _ in judgments}
    near = lines[lines["line_id"].astype(str).isin(numbers)]
    return near.loc[[at for at, line in near.iterrows() if key_of(line) in judgments]]


def with_judgments(lines: pd.DataFrame, judgments: Judgments) -> pd.DataFrame:
    """Return the lines with the share that was judged of each."""
    said = {
        str(line["line_id"]): judgments[key_of(line)]
        for _, line in which(lines, judgments).iterrows()
    }
    return with_shares(lines, said)


def with_shares(lines: pd.DataFrame, said: Mapping[str, str]) -> pd.DataFrame:
    """Return the lines with the share that is said of each, and its paper, which may be lacking.

    A share in the list of lines goes before what is said here, for a document is named beside it;
    one document shows no other share than its own.

    Parameters
    ----------
    said
        The judgment of a line, by its number.
    """
    return with_said(lines, said, in_list())


def with_said(lines: pd.DataFrame, said: Mapping[str, str], listed: Listed) -> pd.DataFrame:
    """Return the lines with the share that a list, or else `said`, says of each."""
    here = lines if listed else lines[lines["line_id"].astype(str).isin(list(said))]
    found = {}
    for _, line in here.iterrows():
        number = str(line["line_id"])
        percent, paper = listed_of(line, listed)
        if percent is not None:
            found[number] = (_of_1(percent), paper or _PAPER) if percent else SHARES[NOTHING]
        elif share := share_of(said.get(number, AS_IT_IS)):
            found[number] = (share[0], paper) if paper and share[1] else share
    return judged(lines, found) if found else lines


def in_list() -> Listed:
    """Return what the list says of each line of which it says a share or a paper."""
    return listed_in(kept_rows(LISTED))


def listed_in(records: Sequence[Mapping[str, Any]]) -> Listed:
    """Return the percent and the paper of each of some listed lines that says one of them."""
    return {
        row["line"]: (row.get("share"), row.get("paper") or "")
        for row in records
        if row.get("share") is not None or row.get("paper")
    }


def listed_of(line: pd.Series, listed: Listed) -> tuple[float | None, str]:
    """Return the percent and the paper that the list says of a line, as far as it does."""
    name = name_of(line)
    return listed.get(name) or listed.get(f"{name} ({line['line_id']})") or (None, "")


def only_listed(lines: pd.DataFrame, work: CountedWork) -> list[str]:
    """Say that the list and its papers count lines that the file does not hold, or nothing."""
    names = {name_of(line) for _, line in lines.iterrows()}
    names |= {f"{name_of(line)} ({line['line_id']})" for _, line in lines.iterrows()}
    gone = [name for name, (percent, _) in in_list().items() if percent and name not in names]
    if not gone:
        return []
    return [
        f"Your list judges {counted(len(gone), 'line')} that this file does not hold by that name "
        f"({'; '.join(gone)}): the {work.name} of your list and its papers can be more than here."
    ]


def _of_1(percent: float) -> float:
    """Return a percent as a share of 1, to the digit."""
    return float(Decimal(str(percent)) / 100)


def records_with_judgments(
    records: Sequence[Mapping[str, Any]], judgments: Judgments
) -> list[dict[str, Any]]:
    """Return listed lines in which each blank share is what was judged of the line of that name."""
    by_name = {
        name: float(Decimal(str(share[0])) * 100)
        for (_, name), judgment in judgments.items()
        if (share := share_of(judgment))
    }
    return [
        {**row, "share": by_name.get(row["line"]) if row["share"] is None else row["share"]}
        for row in records
    ]


def without_papers(records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return records in which a paper that nobody has named yet is blank, to be asked for."""
    return [{**row, "paper": "" if row["paper"] == _PAPER else row["paper"]} for row in records]


def only_judged(
    lines: pd.DataFrame,
    day: str | date | pd.Timestamp,
    work: CountedWork,
    *,
    in_fte: bool = False,
) -> list[str]:
    """Say how much counts by a judgment alone: the papers count what names a document.

    Parameters
    ----------
    in_fte
        Whether what is shown beside it is counted in full-time equivalents, and not in dollars.
    """
    found = lines[(lines["equity_evidence"] == _PAPER).to_numpy(bool)]
    if found.empty:
        return []
    counts = baseline(found, day)
    cents, fte = int(counts["equity_cents"].sum()), float(counts["equity_fte"].sum())
    if not (fte if in_fte else cents):
        return []
    return [
        f"{f'{fte:.2f} FTE' if in_fte else show_dollars(cents)} of the {work.name} counts here by "
        "your judgment alone. Your list, the baseline and the memo count of that only lines whose "
        "document is named there, so their total can be smaller."
    ]


def _artifact() -> Artifact[dict[tuple[str, str], str]]:
    return Artifact(JUDGED, {}, _read, _written)


def _read(data: dict[str, Any]) -> dict[tuple[str, str], str]:
    return {
        (str(row["number"]), str(row["line"])): row["judged"]
        for row in data["records"]
        if share_of(str(row["judged"]))
    }


def _written(judgments: dict[tuple[str, str], str]) -> dict[str, Any]:
    return {
        "records": [
            {"number": number, "line": line, "judged": said}
            for (number, line), said in judgments.items()
        ]
    }
