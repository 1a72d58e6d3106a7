"""Classify some lines, and hear how a second rater classified the same ones."""

from collections.abc import Mapping

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.widgets.what_if import Control, Shown, WhatIf
from groundwork.subject.budget.agreement import compare_raters
from groundwork.subject.counts import counted

LINES = ("RB-158", "RB-106", "RB-133", "RB-140", "RB-148", "RB-199", "RB-218", "RB-229")
CLASSES = (
    ("", "Choose…"),
    ("direct", "direct"),
    ("embedded", "embedded"),
    ("none", "none, or not shown yet"),
)


def two_raters(name: str = "two_raters") -> WhatIf:
    """Return eight lines of Riverbend to classify, and where the second rater differs."""
    table = riverbend.lines().set_index("line_id")
    controls = []
    for line in LINES:
        row = table.loc[line]
        share = row["equity_share"]
        claim = "no share claimed" if share != share else f"{100 * share:g} % claimed"
        paper = row["equity_evidence"]
        shown = f"paper: {paper}" if isinstance(paper, str) else "no paper"
        controls.append(
            Control(line, f"{line} {row['purpose']}", CLASSES, help=f"{claim}; {shown}")
        )
    return WhatIf(name, "Two people classify the same lines", controls, _show)


def _show(values: Mapping[str, str]) -> Shown:
    mine = {line: values[line] for line in LINES if values[line]}
    if not mine:
        return (
            Paragraph("Classify a line above. The second rater is invented, and not always right."),
        )
    second = riverbend.ratings()["second_rater"]
    found = compare_raters(mine, {line: str(second[line]) for line in mine})
    said = (
        f"You and the second rater classify {found.alike} of {counted(found.lines, 'line')} alike."
    )
    if found.lines < len(LINES):
        left = counted(len(LINES) - found.lines, "is still open", "are still open")
        return (Paragraph(f"{said} {left}."),)
    rows = tuple(
        (f"{line} {riverbend.purpose(str(line))}", each["first"], each["second"], _why(str(line)))
        for line, each in found.disagreements.iterrows()
    )
    means = Items.flat(
        "Agreement says that two people read alike. It does not say that they are right: both can "
        "believe a claim that no paper shows.",
        f"On {len(LINES)} lines one line more or less moves agreement by "
        f"{100 / len(LINES):g} percentage points, so talk about the lines and not about the "
        "percent.",
        "For each difference write down the rule that settles it, or the paper to ask for.",
    )
    if not rows:
        return (Paragraph(said), means)
    columns = ("Line", "You", "Second rater", "The second rater's reason")
    return (Paragraph(said), Table("Where you differ", columns, rows), means)


def _why(line: str) -> str:
    return str(riverbend.ratings().loc[line, "reason"])
