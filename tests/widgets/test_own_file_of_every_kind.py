"""A file of every kind is chosen, mapped by menus, asked about, used, and left by one control."""

from pathlib import Path

import pytest

from groundwork.learner import chosen_file
from groundwork.learner.workspace import KEPT
from groundwork.screen.activities.own_file import of_kind
from groundwork.subject.own_data.contracts import CONTRACTS

# One heading of each is not certain, and a day or a decimal can be read in two ways.
FILES = {
    "budget_lines": "line_id,fiscal_year,Adopted,ends\nA1,FY2026,98000.00,3/4/2027\n",
    "positions": "position_id,Job,fte,salary,ends\nP1,Nurse,1,62000.00,3/4/2027\n",
    "partner_payments": "payment_id,Supplier name,amount,paid\nPP1,Panels,120.00,3/4/2026\n",
    "outcomes": "Topic,year,group,events,value\nbirths,2024,Black,34,1.234\n",
    "survey_answers": "response_id,Year asked,safe_to_raise_racism\nS1,2026,4\n",
    "metrics_register": "id,name,next_review\nM1,Visits,3/4/2027\n",
}
ANSWERS = {"dates": "day-first", "decimals": "point"}


def put(workspace: Path, kind: str) -> Path:
    """Put the file of a kind where the page looks for it."""
    place = workspace / KEPT / chosen_file.FOLDER / f"{kind}.csv"
    place.parent.mkdir(parents=True)
    place.write_text(FILES[kind], encoding="utf-8")
    return place


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_file_of_every_kind_is_chosen_asked_about_and_left(workspace: Path, kind: str) -> None:
    place = put(workspace, kind)
    before = place.read_bytes()
    widget = of_kind("mine", kind)
    shown = widget.respond("choose", {"file": f"{chosen_file.FOLDER}/{place.name}"})
    assert shown["state"] == "ask", shown
    headings = [column["heading"] for column in shown["columns"]]
    assert headings == FILES[kind].partition("\n")[0].split(",")
    for _ in range(3):
        if shown["state"] != "ask":
            break
        said = {str(each["at"]): ANSWERS[each["name"]] for each in shown["questions"]}
        sent = {"file": f"{chosen_file.FOLDER}/{place.name}", "said": said, "agreed": True}
        shown = widget.respond("answer", sent)
    assert shown["state"] == "fine", shown
    assert shown["blocks"]
    assert place.read_bytes() == before
    assert widget.respond("back", {})["state"] == "invented"


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("dates", "budget_lines", ("March 4, 2027", "April 3, 2027")),
        ("decimals", "outcomes", ("1.234", "1,234")),
    ],
)
def test_an_ambiguous_day_or_decimal_is_a_question_with_a_menu(
    workspace: Path, name: str, file: str, words: tuple[str, str]
) -> None:
    place = put(workspace, file)
    shown = of_kind("mine", file).respond("choose", {"file": f"{chosen_file.FOLDER}/{place.name}"})
    (question,) = (each for each in shown["questions"] if each["name"] == name)
    assert question["text"].endswith("?")
    assert all(word in choice[1] for word, choice in zip(words, question["choices"], strict=True))
    assert not shown["problems"]


@pytest.mark.parametrize("kind", CONTRACTS)
def test_a_menu_of_columns_is_in_groups_of_few_words_each(workspace: Path, kind: str) -> None:
    place = put(workspace, kind)
    shown = of_kind("mine", kind).respond("choose", {"file": f"{chosen_file.FOLDER}/{place.name}"})
    options = [option for _, group in shown["fields"] for option in group]
    assert sorted(name for name, _ in options) == sorted(
        each.name for each in CONTRACTS[kind].fields
    )
    for name, words in options:
        assert words.endswith(f" ({name})") and ". " not in words and words[0].isupper()
    for label, group in shown["fields"]:
        assert label and 0 < len(group) <= 21, label
