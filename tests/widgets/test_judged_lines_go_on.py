"""What is judged of a line of one's own is kept, counted in each later step, and taken over."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import artifacts, chosen_file
from groundwork.screen.activities import budget_lines, judged_lines
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.activities.judged_lines import HALF, JUDGMENTS, NOTHING, SHARES, WHOLE
from groundwork.screen.activities.own_file import of_kind
from groundwork.screen.activities.own_per_person import offered
from groundwork.screen.activities.whose_budget import FUNDS
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.what_if import WhatIf

pytestmark = pytest.mark.lesson("06_budget_baseline")

HEAD = "line_id,fiscal_year,purpose,amount,fund,fte,ends\n"
LINES = "".join(
    f"X{at},FY2027,Outreach {at},{at}000,G{at % 2},1,2027-06-30\n" for at in range(1, 9)
) + "".join(f"Y{at},FY2027,Clinic {at},{at}00000,G0,1,\n" for at in range(1, 9))


@pytest.fixture(autouse=True)
def own_file(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(chosen_file, "_followers", {})
    use("own.csv", LINES)
    return workspace


def use(name: str, lines: str) -> None:
    chosen_file.bring(name, (HEAD + lines).encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen(f"my_files/{name}"))
    assert chosen_file.in_use("budget_lines")


def starts(shown: WhatIf) -> dict[str, str]:
    return {each["id"]: each["start"] for each in shown.respond("open", {})["controls"]}


def judge(shown: WhatIf, judgments: dict[str, str]) -> str:
    """Judge lines by their names, as a page does, and return what is said then."""
    said = ""
    for name, judgment in judgments.items():
        values = starts(shown)
        moved = next(id for id in values if id.endswith(name))
        answer = shown.respond("look", {"values": {**values, moved: judgment}, "moved": moved})
        said = str(answer["blocks"])
    return said


def grant(fund: str) -> str:
    shown = end_the_grant()
    blocks: Any = shown.respond("look", {"values": {**starts(shown), "fund": fund}})["blocks"]
    return str(blocks[0]["text"])


def test_judgments_come_back_when_the_lesson_is_opened_again() -> None:
    assert "Saved: 2 lines judged" in judge(horizon(), {"Outreach 8": WHOLE, "Outreach 6": HALF})
    again = starts(horizon())
    assert {id.split()[-1]: said for id, said in again.items() if said in SHARES} == {
        "8": WHOLE,
        "6": HALF,
    }
    judge(horizon(), {"Outreach 8": "as it is"})
    assert list(judged_lines.kept().values()) == [HALF]


@pytest.mark.parametrize("judgment", [judgment for judgment, _ in JUDGMENTS])
def test_the_grant_that_ends_counts_what_was_judged(judgment: str) -> None:
    judge(horizon(), {"Outreach 8": judgment})
    if judgment in SHARES:
        assert f"of which {SHARES[judgment][0]:.2f} are counted as equity work" in grant("G0")
    else:
        assert "nobody has said yet how much of it is equity work" in grant("G0")


def test_whoever_counts_judgments_is_told_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[str]()
    monkeypatch.setattr(CourseWidget, "send", lambda self, *_: told.append(self.content["name"]))
    shown, _grant, _lines = horizon(), end_the_grant(), budget_lines.budget_lines()
    judge(shown, {"Outreach 8": WHOLE})
    assert {"end_the_grant", "budget_lines"} <= set(told)
    assert "horizon" not in told


def test_the_list_offers_what_was_judged_with_its_share_and_then_the_largest() -> None:
    judge(horizon(), {"Outreach 8": WHOLE, "Outreach 1": HALF, "Outreach 2": NOTHING})
    offered = budget_lines.offered()
    assert offered and "what you judged: 3 lines" in offered.words
    known = {row["line"]: row for row in offered.rows}
    assert {name: row["share"] for name, row in known.items()} == {
        "X8 Outreach 8": 100,
        "X1 Outreach 1": 50,
        "X2 Outreach 2": 0,
    }
    assert {row["paper"] for row in known.values()} == {""}
    assert known["X8 Outreach 8"]["fund"] == "G0"
    assert known["X8 Outreach 8"]["ends"] == "2027-06-30"
    artifacts.save(
        "budget_lines", {"records": [{**row, "file": "own.csv"} for row in known.values()]}
    )
    then = budget_lines.offered()
    assert then and "the six largest lines" in then.words
    assert len({row["line"] for row in then.rows}) == len(then.rows)


def test_a_listed_line_without_a_share_has_the_one_that_was_judged() -> None:
    judge(horizon(), {"Outreach 8": HALF})
    listed = [{"line": "X8 Outreach 8", "share": None}, {"line": "X1 Outreach 1", "share": None}]
    own = {"line": "X8 Outreach 8", "share": 10}
    known = judged_lines.records_with_judgments([*listed, own], judged_lines.kept())
    assert [row["share"] for row in known] == [50, None, 10]


def test_a_line_of_another_file_with_the_same_number_is_another_line() -> None:
    judge(horizon(), {"Outreach 8": WHOLE})
    use("other.csv", LINES.replace("Outreach 8", "Rent"))
    assert "nobody has said yet" in grant("G0")
    use("mended.csv", LINES.replace("8000,", "8500,"))
    assert "of which 1.00" in grant("G0")


def test_practice_keeps_nothing_and_says_so() -> None:
    chosen_file.choose("budget_lines", None)
    shown = horizon()
    values = starts(shown)
    answer = shown.respond("look", {"values": {**values, "RB-138": WHOLE}, "moved": "RB-138"})
    assert "This is practice" in str(answer["blocks"])
    assert judged_lines.kept() == {}


def test_the_year_of_a_file_is_offered_per_person_once_a_line_is_judged() -> None:
    assert offered() is None  # nobody said that its equity money is zero
    judge(horizon(), {"Outreach 8": WHOLE})
    found = offered()
    assert found is not None
    assert found.rows[0]["dollars"] == 8000


@pytest.mark.parametrize("percent", ("35", "0.5", "99.99", "100", "0"))
def test_any_percent_is_judged_kept_counted_and_offered(percent: str) -> None:
    judge(horizon(), {"Outreach 8": percent})
    kept = starts(horizon())
    assert next(said for id, said in kept.items() if id.endswith("Outreach 8")) == percent
    assert f"of which {float(percent) / 100:.2f} are counted as equity work" in grant("G0")
    found = budget_lines.offered()
    assert found and found.rows[0]["share"] == float(percent)
    listed = [{"line": "X8 Outreach 8", "share": None}]
    known = judged_lines.records_with_judgments(listed, judged_lines.kept())
    assert known[0]["share"] == float(percent)


@pytest.mark.parametrize("typed", ("101", "-1", "35.123", "a third", "", "1e1", "³"))
def test_what_is_no_percent_judges_nothing(typed: str) -> None:
    judge(horizon(), {"Outreach 8": typed})
    assert judged_lines.kept() == {}


@pytest.mark.parametrize("paper", ["", "Adopted budgets FY2023 to FY2027"])
def test_the_horizon_says_beside_its_headline_what_no_paper_shows_to_recur(paper: str) -> None:
    known = {"fund": "G0", "recurs": "recurring", "use": "unrestricted", "recurs_by": paper}
    artifacts.save(FUNDS, {"records": [known]})
    use("undated.csv", "Z1,FY2027,Outreach 8,8000,G0,1,\n")
    said = judge(horizon(), {"Outreach 8": WHOLE})
    assert "100.0 % is in the strict baseline" in said
    assert "All of the strict baseline rests on a label or an answer" in said or paper
    assert ("rests on" in said) is (not paper)


def test_horizon_and_file_say_which_dollars_the_papers_count_only_with_a_document() -> None:
    said = judge(horizon(), {"Outreach 8": WHOLE, "Outreach 6": HALF})
    told = "$11,000 of the equity work counts here by your judgment alone"
    file = str(of_kind("own_file", "budget_lines").respond("open", {})["blocks"])
    assert told in said and told in file
    assert "by your judgment alone" not in judge(
        horizon(), {"Outreach 8": NOTHING, "Outreach 6": NOTHING}
    )
