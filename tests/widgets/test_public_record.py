"""What may become a public record says so on its widget, the riskiest most plainly."""

from pathlib import Path
from typing import Any

import pytest
from course_exercises import NOTEBOOKS
from shown import run, widgets_in

from groundwork.authoring.notebooks import read
from groundwork.learner import public_record
from groundwork.learner.questions import Write, catalog
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.widgets.questions import Question
from groundwork.screen.widgets.rating import RatingForm
from groundwork.screen.widgets.reflection import Reflection
from groundwork.subject.errors import UserError

FORM = ("readiness", {"Need": {"s1": "A statement"}}, {1: "not in place"})


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: power_map().children[0], public_record.POWER_MAP),
        (lambda: RootCauseMap("A gap"), public_record.CAUSE_MAP),
        (lambda: decision_matrix().children[0], public_record.RIGHTS),
        (lambda: team_seats().children[0], public_record.RIGHTS),
        (lambda: team_charter().children[1], public_record.RIGHTS),
        (lambda: role_statements().children[0], public_record.RIGHTS),
        (lambda: RatingForm(*FORM), public_record.EVIDENCE),
        (lambda: Reflection("me", "Why?", lesson="01"), public_record.REFLECTION),
    ],
)
def test_each_widget_says_its_own(workspace: Any, make: Any, says: Any) -> None:
    assert make().content["record"] == says


def test_the_riskier_says_more() -> None:
    lengths = [len(says) for says in public_record.BY_RISK]
    assert lengths[0] == max(lengths) > 2 * lengths[-1]
    assert all("public record" in says for says in public_record.BY_RISK)


def takes_any_words(question: Question) -> bool:
    """Whether it takes what somebody writes as it is, and does not look for a number or choice."""
    sentence = "Whatever somebody wants to say of this."
    try:
        return bool(question.clean(sentence) == sentence)
    except (UserError, AttributeError, KeyError, TypeError, ValueError):
        return False


@pytest.mark.parametrize("notebook", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_writing_that_is_handed_in_says_so_once_a_question_and_before_it(
    notebook: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = catalog.read(notebook.with_name(catalog.FILE))
    (tmp_path / catalog.FILE).write_text(catalog.text_of(page), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    asking = [cell.source for cell in read(notebook).cells if "\nask(" in cell.source]
    widgets = [each for source in asking for each in widgets_in(run(source, names))]
    said: dict[str, list[str]] = {}
    for widget in widgets:
        if isinstance(widget, Question) and takes_any_words(widget):
            whole = page.whole(widget.content["id"]).id
            said.setdefault(whole, []).append(widget.content.get("record", ""))
    assert set(said) >= {each.id for each in page.questions if isinstance(each, Write)} != set()
    for first, *others in said.values():
        assert first == public_record.ANSWER
        assert not any(others)
    silent = [each for each in widgets if each.content["id"] not in _written(page)]
    assert not any(each.content.get("record") for each in silent)


def _written(page: catalog.Catalog) -> set[str]:
    return {part.id for each in page.questions for part in catalog.parts(each)}
