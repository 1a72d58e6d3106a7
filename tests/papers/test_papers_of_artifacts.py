# mypy: disable-error-code="arg-type"
"""Each artifact is one paper that is complete without the page, also when it is half filled."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from papers import reading
from widgets.pages import ListPage, MapPage, RatingPage

from groundwork.learner import place, public_record
from groundwork.learner.papers import letterhead, text, word
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers.model import LETTERS, LONGEST, PADDING, Paper, Table
from groundwork.screen.activities import cause_figure
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.leader_acts import leader_acts
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.timeline import department_timeline
from groundwork.screen.activities.year_goals import year_goals
from groundwork.subject import causes, readiness, readiness_asks
from groundwork.subject.causes import CauseMap
from groundwork.subject.leadership.core_team import FUNDS
from groundwork.subject.readiness_statements import (
    FORMER,
    HELD_BY,
    NEEDS,
    STATEMENTS,
    FormerStatement,
)

DAY = datetime.date(2026, 11, 25)
ASKS = "What is not known yet, and who can tell"
GUESS = {"text": "x", "level": "policy", "evidence": "guess", "source": "", "below": ""}
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


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "modules").mkdir()
    (tmp_path / "datasets").symlink_to(Path(__file__).parents[2] / "datasets")
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    return tmp_path


def profile(text: str = "budget") -> Any:
    page = RatingPage(readiness_profile().children[0])
    page.rate("roles_1", level=3, evidence=text)
    page.rate("roles_2", level=None, evidence=text)
    page.rate("leadership_1", level=4)
    return page.widget


def map_of_causes(text: str = "buses end at 6") -> Any:
    page = MapPage(RootCauseMap(place.starting_gap()))
    page.respond("outcome", {"text": text})
    page.respond(
        "add", {"text": text, "level": "policy", "evidence": "guess", "source": "", "below": ""}
    )
    page.respond(
        "add", {"text": text, "level": "service", "evidence": "data", "source": text, "below": "c1"}
    )
    return page.widget


def map_of_power(text: str = "the board") -> Any:
    decision, actors, _ = power_map().children
    decision.respond("answer", {"value": text})
    page = ListPage(actors)
    row = {"part": "decides", "influence": "3", "stance": "unknown", "move": "", "ours": "no"}
    page.save(name=text, **row)
    page.save(name="Residents", **{**row, "part": "is affected", "stance": "for", "move": text})
    return actors


def timeline(text: str = "a clinic opens") -> Any:
    page = ListPage(department_timeline())
    page.save(when="1936", what=text, kind="control", decided=text, source=text)
    page.save(when="1968", what="A clinic", kind="not known", decided="", source="")
    return page.widget


def matrix(text: str = "the board") -> Any:
    positions, decisions, _ = decision_matrix().children
    staff = {"money": "5000", "written_in": text, "beyond": "none", "paid": ""}
    ListPage(positions).save(name="Clinic Lead", kind="staff", **staff)
    parts = {"D": "clinic lead", "S": "counsel", "A": "", "W": text.replace(";", ","), "I": ""}
    ListPage(decisions).save(name=text, money="9000", beyond="", affects="yes", days="", **parts)
    return decisions


def charter(text: str = "the board") -> Any:
    seats = ListPage(team_seats().children[0])
    seats.save(position="Clerk", unit=text, level="", hours="6", fund="unknown", stops=text,
               agreed="")  # fmt: skip
    ListPage(leader_acts().children[0]).save(what=text, kind="time", day="May 1", seen_by="")
    parts = team_charter().children[1]
    ListPage(parts).save(part="purpose", says=text, instrument="word")
    return parts


def role(text: str = "the board") -> Any:
    listed = role_statements().children[0]
    rest = dict.fromkeys(("authority", "fund", "reports_to", "measured_by", "comes_off"), "")
    ListPage(listed).save(position="Clerk", current=text, duty="Reads", share="10", **rest)
    return listed


def goal(text: str = "the board") -> Any:
    listed = year_goals().children[0]
    rest = dict.fromkeys(("hours", "asks", "shown_by", "not_counted"), "")
    ListPage(listed).save(position="Clerk", does=text, day="June 30, 2027", **rest)
    return listed


KINDS: dict[str, Callable[..., Any]] = {
    "matrix": matrix,
    "charter": charter,
    "role": role,
    "goal": goal,
    "profile": profile,
    "causes": map_of_causes,
    "power": map_of_power,
    "timeline": timeline,
}


def paper_of(widget: Any) -> Paper:
    return letterhead.on(widget._desk._make(), DAY)


def in_word(widget: Any) -> reading.Read:
    return reading.word(word.write(paper_of(widget)))


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


def test_a_profile_holds_only_what_is_rated_and_asks_for_what_is_not_known(workspace: Any) -> None:
    found = in_word(profile())
    assert [text for _, text in found.headings] == [
        "What the ratings say", "What shows it", "Ask list",
    ]  # fmt: skip
    assert set(found.tables) == {
        "How many statements of each need have which rating",
        NEEDS[0].title, NEEDS[1].title, ASKS,
    }  # fmt: skip
    assert len(found.pictures) == 1 and "Horizontal axis" in found.pictures[0]
    (_, row) = found.tables[NEEDS[0].title]
    assert row[0] == STATEMENTS["roles_1"].text
    assert row[1] == f"3 (partly in place): {STATEMENTS['roles_1'].steps[2]}"
    assert row[2] == "budget"
    asked = found.tables[ASKS][1:]
    assert asked[0][0] == "Budget"  # whom to ask, as it was written beside "I don't know"
    assert "noted so far" not in asked[0][1]
    assert asked[0][2] == f"the statement “{STATEMENTS['roles_2'].text}”"
    assert asked[1][2].startswith("what shows rating 4 for the statement “")
    line = [each for each in found.paragraphs if each.startswith("Not answered yet: 26 of 29")]
    assert len(line) == 1
    assert not any(STATEMENTS["analysis_1"].text in each for each in found.everything.splitlines())


def test_every_statement_has_an_office_that_holds_its_paper() -> None:
    assert set(HELD_BY) >= set(STATEMENTS)
    assert str(readiness_asks.asks([readiness.Rating("roles_2", None)])[0]).startswith(
        "From Finance: the adopted budget"
    )


def test_a_rating_of_a_former_wording_is_shown_and_counts_nowhere(
    workspace: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = RatingPage(readiness_profile().children[0])
    page.rate("roles_2", level=4, evidence="the order")
    path = workspace / "my_work/data/readiness_profile.json"
    path.write_text(path.read_text().replace("roles_2", "roles_2_of_old"))
    monkeypatch.setitem(FORMER, "roles_2_of_old", FormerStatement("The former words.", "roles_2"))
    widget = readiness_profile().children[0]
    view = widget.respond("open", {})
    assert view["former"]["roles_2"] == [
        "You rated a former wording: “The former words.” Your rating was 4 (in place and used). "
        "What showed it: the order. It stays in your file and does not count here."
    ]
    assert widget.ratings == []
    found = in_word(widget)
    assert (1, "Ratings of former wordings") in found.headings
    assert "4 (in place and used)" not in "".join(
        cell for table in found.tables.values() for row in table for cell in row
    )
    RatingPage(widget).rate("roles_2", level=1)
    assert "roles_2_of_old" in path.read_text()


def test_a_former_statement_is_not_asked_any_more_and_points_to_one_that_is() -> None:
    for id, former in FORMER.items():
        assert id not in STATEMENTS
        assert former.now in ("", *STATEMENTS)
        assert former.text


def test_a_root_cause_map_holds_outcome_chain_picture_and_asks(workspace: Any) -> None:
    found = in_word(map_of_causes())
    assert "The outcome: buses end at 6" in found.paragraphs
    assert found.items[:2] == [
        (0, "Because buses end at 6 [Policy and law; guess, no evidence yet]"),
        (1, "Because buses end at 6 [Service and bedside; I have data: buses end at 6]"),
    ]
    assert len(found.pictures) == 1
    assert [row[0] for row in found.tables[ASKS][1:]] == [
        "Whoever keeps this figure (nobody is named yet)",
        "Whoever made this rule or decision (nobody is named yet)",
    ]
    assert [text for _, text in found.headings] == [
        "The chain: it happens because …", "Open questions", "Ask list",
        "The chain as a picture",
    ]  # fmt: skip
    assert "Of them 1: guess, no evidence yet." in found.pictures[0]


def test_a_map_without_an_outcome_says_so(workspace: Any) -> None:
    page = MapPage(RootCauseMap(place.starting_gap()))
    page.respond(
        "add", {"text": "x", "level": "policy", "evidence": "guess", "source": "", "below": ""}
    )
    assert "The outcome: not written yet" in in_word(page.widget).paragraphs
    kept = (workspace / "my_work/data/root_cause_map.json").read_text()
    assert place.GAP_WANTED not in kept


def test_a_power_map_names_its_decision_and_asks_whose_stance_is_unknown(workspace: Any) -> None:
    found = in_word(map_of_power("the board"))
    assert "The decision: the board" in found.paragraphs
    assert [row[0] for row in found.tables["Positions and groups"]] == [
        "Who", "the board", "Residents",
    ]  # fmt: skip
    asked = [row[:2] for row in found.tables[ASKS]]
    assert ["The board", "where they stand, and what they would need"] in asked
    assert len(found.pictures) == 1
    assert (0, "Who decides: the board (where they stand is not known yet).") in found.items


@pytest.mark.parametrize(("said", "printed"), [("yes", "yes"), ("no", "no"), ("", "not known yet")])
def test_whether_somebody_is_our_own_staff_is_printed_as_it_was_said(
    workspace: Any, said: str, printed: str
) -> None:
    _, actors, _ = power_map().children
    row = {"part": "decides", "influence": "3", "stance": "for", "move": "A talk", "ours": said}
    ListPage(actors).save(name="Board", **row)
    found = in_word(actors)
    assert [row[-1] for row in found.tables["Positions and groups"]] == ["Our own staff?", printed]
    asked = [row[1] for row in found.tables[ASKS]]
    assert ("whether they are our own staff: Board" in asked) is (said == "")


def test_a_large_map_is_drawn_branch_by_branch_and_a_huge_branch_not_at_all() -> None:
    map = CauseMap("Visits are missed")
    for number in range(40):
        below = "" if number % 4 == 0 else f"c{number}"
        map = causes.add(map, f"cause {number}", "policy", "guess", below=below)
    drawn = cause_figure.pictures(map)
    assert 2 < len(drawn) < 8
    assert sum(int(each.alt.split("”: ")[1].split()[0]) for each in drawn) == 40
    for number in range(40, 90):
        map = causes.add(map, f"cause {number}", "policy", "guess", below=f"c{number}")
    assert cause_figure.pictures(map) == []


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
