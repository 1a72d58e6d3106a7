"""Tag lines twice: as equity work, and as serving those whom harm reaches most."""

from collections.abc import Mapping

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.widgets.what_if import Control, Shown, WhatIf
from groundwork.subject.budget.counted_work import COURSE
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.tags import reached_in_words, two_tags

UNTAGGED = "not tagged yet"
SERVES = (("no", "no"), ("yes", "yes, by that record"))


def tag_twice(name: str = "tag_twice") -> WhatIf:
    """Return lines of Riverbend, with the record that may show whom each reaches."""
    table = riverbend.lines().set_index("line_id")
    controls = []
    for line in serving_lines():
        record = riverbend.ratings()["serves_evidence"].get(line)
        help = f"Record: {record}" if isinstance(record, str) else "Record: none"
        label = f"{line} {table.loc[line, 'purpose']}"
        controls.append(Control(line, label, SERVES, "no", help=help))
    return WhatIf(name, "Reaching those hit hardest", controls, _show)


def serving_lines() -> list[str]:
    """Return the rated lines about which a record, or none, speaks; a staff line among them."""
    chosen = (
        "Interpreter: interpretation in clinics",
        "Evening clinic, Mill Flats",
        "Doula care for families",
        "Home repairs for families with asthma",
        "Recovery housing",
        "Community health fair, renamed Health Equity Fair in FY2025",
    )
    by_purpose = {str(row["purpose"]): str(at) for at, row in riverbend.ratings().iterrows()}
    return [by_purpose[purpose] for purpose in chosen]


def _show(values: Mapping[str, str]) -> Shown:
    serving = {line for line in serving_lines() if values[line] == "yes"}
    found = two_tags(riverbend.lines(), serving)
    both, serves = UNTAGGED, UNTAGGED
    said = "No line is tagged yet as reaching those hit hardest."
    if serving:
        both, serves = show_dollars(found.both), show_dollars(found.serves_only)
        said = f"Tagged so far: {reached_in_words(riverbend.lines(), serving, COURSE)}"
    rows = (
        (COURSE.heading, both, show_dollars(found.equity_only)),
        ("Other work, or not judged yet", serves, show_dollars(found.neither)),
    )
    return (
        Paragraph(said),
        Table(
            "Riverbend County (invented), FY2026, whole budget",
            ("Tag", "Reaches those hit hardest", "Not shown to, or not tagged yet"),
            rows,
            (3, 3, 3),
        ),
        Items.flat(
            "A cut to the lower left cell takes care from the same people and shows in no count of "
            f"{COURSE.name}. A line in the upper right may be training for staff: {COURSE.name}, "
            "reaching nobody directly.",
            "A name is no record. The clinic in Mill Flats needs its own register to be tagged.",
        ),
    )
