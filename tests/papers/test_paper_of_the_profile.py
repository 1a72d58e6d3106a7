"""The paper of the readiness profile: what was rated, and who can tell the rest."""

from typing import Any

import pytest
from papers.every_artifact import ASKS, in_word, profile
from widgets.pages import RatingPage

from groundwork.screen.activities.readiness import readiness_profile
from groundwork.subject import readiness, readiness_asks
from groundwork.subject.readiness_statements import (
    FORMER,
    HELD_BY,
    NEEDS,
    STATEMENTS,
    FormerStatement,
)


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
