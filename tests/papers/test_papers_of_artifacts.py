# mypy: disable-error-code="arg-type"
"""Each artifact is one paper that is complete without the page, also when it is half filled."""

import re
from typing import Any

import pytest
from papers import reading
from papers.every_artifact import ASKS, KINDS, in_word, paper_of
from widgets.pages import ListPage

from groundwork.learner import place, public_record
from groundwork.learner.papers import letterhead, text, word
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers.model import LETTERS, LONGEST, PADDING, Table
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.timeline import department_timeline
from groundwork.subject.leadership.core_team import FUNDS

HOSTILE = {
    "markup": '<script>alert(1)</script> <img src=x onerror="alert(1)">',
    "money": "$57 a visit and $8 in fares",
    "markdown": "# **b** `c` | f | ---",
    "formula": '=HYPERLINK("http://x")',
    "control": "a\x00b\x1b[31m\ud83dd",
    "one word": "W" * 60,
    "right to left": "العيادة تغلق الساعة الرابعة",
    "emoji": "👩🏽‍⚕️🏥",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_says_for_whom_of_which_day_and_whose_view(workspace: Any, kind: Any) -> None:
    widget = KINDS[kind]()
    letterhead.keep(
        widget._desk._make(), reader="", department="Allen County Public Health", place="Ohio"
    )
    found = in_word(widget)
    for start in ("For: the ", "From: Allen County Public Health, Ohio", "Date: November 25, 2026"):
        assert any(line.startswith(start) for line in found.paragraphs), start
    assert any(
        line.startswith("Whose view: ") and "one person" in line.lower()
        for line in found.paragraphs
    )
    assert ASKS in found.tables
    assert "—" not in found.everything and "None" not in found.everything


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"timeline"}))
def test_a_paper_says_of_public_records_what_the_page_says(workspace: Any, kind: Any) -> None:
    paper = paper_of(KINDS[kind]())
    alone = paper.for_writer
    assert alone is not None
    assert set(reading.word(word.write(alone)).paragraphs) & set(public_record.BY_RISK)
    handed = reading.word(word.write(paper)).everything + text.write(paper)
    assert not any(each in handed for each in public_record.BY_RISK)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_typed_in_any_field_is_text_in_each_paper(
    workspace: Any, kind: Any, hostile: Any
) -> None:
    typed = HOSTILE[hostile]
    widget = KINDS[kind](typed)
    clean = " ".join(
        "".join(each for each in typed if each.isprintable() or each in "\u200d").split()
    )
    paper = paper_of(widget)
    assert clean in " ".join(reading.word(word.write(paper)).everything.split())
    page = reading.page(print_page.write(paper))
    assert clean in " ".join(page.found.everything.split())
    assert "script" not in page.tags and len([t for t in page.tags if t == "img"]) <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_invented_says_so_and_never_names_the_department(workspace: Any, kind: Any) -> None:
    letterhead.keep(KINDS[kind]()._desk._make(), reader="", department="Allen", place="Ohio")
    place.keep(place.RIVERBEND)
    widget = KINDS[kind]()
    found = in_word(widget)
    assert f"Invented: {letterhead.INVENTED}" in found.paragraphs
    assert "From: Riverbend County Health Department (invented)" in found.paragraphs
    assert "Allen" not in found.everything


@pytest.mark.parametrize("empty", [
    lambda: readiness_profile().children[0],
    lambda: RootCauseMap(place.starting_gap()),
    lambda: power_map().children[1],
    lambda: decision_matrix().children[1],
    lambda: team_charter().children[1],
    lambda: role_statements().children[0],
    department_timeline,
])  # fmt: skip
def test_an_empty_artifact_is_a_short_paper_without_a_placeholder(
    workspace: Any, empty: Any
) -> None:
    found = in_word(empty())
    assert place.GAP_WANTED not in found.everything and "Press" not in found.everything
    assert not found.pictures
    assert len(set(found.paragraphs)) < 8


@pytest.mark.parametrize("typed", ["Health Commissioner of Marlow County", "W" * 60])
@pytest.mark.parametrize("kind", KINDS)
def test_no_column_of_a_paper_breaks_a_word(workspace: Any, kind: Any, typed: Any) -> None:
    """But where all columns together need more than the page: then none gives up more."""
    tables = [each for each in paper_of(KINDS[kind](typed)).body if isinstance(each, Table)]
    assert tables
    for table in tables:
        held = [
            max(min(len(word), LONGEST) for cell in column for word in re.split(r"\s|-", cell))
            for column in zip(table.columns, *table.rows, strict=True)
        ]
        part = min(1, LETTERS / sum(each + PADDING for each in held))
        for share, letters in zip(table.shares, held, strict=True):
            assert share * LETTERS >= (letters + PADDING) * part - 1, table.caption
        assert sum(table.shares) == pytest.approx(1)


@pytest.mark.parametrize(("stored", "words"), FUNDS.items())
def test_a_paper_says_a_kind_of_money_in_the_words_that_were_chosen(
    workspace: Any, stored: str, words: str
) -> None:
    listed = role_statements().children[0]
    rest = dict.fromkeys(("authority", "reports_to", "measured_by", "comes_off", "current"), "")
    ListPage(listed).save(position="Clerk", duty="Reads", share="10", fund=stored, **rest)
    assert ["Fund", words] in in_word(listed).tables["Proposed for Clerk"]
    seats = ListPage(team_seats().children[0])
    seats.save(position="Clerk", unit="", level="", hours="6", fund=stored, stops="", agreed="")
    parts = team_charter().children[1]
    rows = [row for table in in_word(parts).tables.values() for row in table]
    assert any(words in row for row in rows)
    assert stored == words or not any(stored in row for row in rows)
