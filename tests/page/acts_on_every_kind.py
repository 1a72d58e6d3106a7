"""What a learner does with every kind of widget, by keyboard: a control, and the key on it."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator

Find = Callable[[Locator], Locator]


@dataclass(frozen=True)
class Act:
    """One thing that a learner does.

    Attributes
    ----------
    what
        What it is, for the message of a failing test.
    find
        Finds the control in its widget.
    key
        The key pressed on it, or text typed when `types`.
    answered
        Whether words or buttons answer it, so that the view may move for them.
    """

    what: str
    find: Find
    key: str = "Enter"
    answered: bool = True
    types: bool = False


def button(name: str, at: int = 0) -> Find:
    return lambda box: box.get_by_role("button", name=name).nth(at)


def exactly(name: str) -> Find:
    return lambda box: box.get_by_role("button", name=name, exact=True)


def control(role: str, at: int = 0) -> Find:
    return lambda box: box.get_by_role(role).nth(at)  # type: ignore[arg-type]


def quiet(what: str, find: Find, key: str) -> Act:
    """An act that no words answer."""
    return Act(what, find, key, answered=False)


def typing(find: Find) -> Act:
    return Act("type", find, "One more word", answered=False, types=True)


FORM_OF_RECORDS = [
    quiet("open the form", button("Add a"), "Enter"),
    Act("save the empty form", button("Save")),
    typing(control("textbox", 0)),
]
ACTS: dict[str, list[Act]] = {
    "choose": [
        Act("answer without a choice", button("Check my answer")),
        quiet("choose", control("radio", 1), "Space"),
        Act("answer", button("Check my answer")),
        quiet("choose another", control("radio", 0), "Space"),
        Act("answer again", button("Check my answer")),
    ],
    "several": [
        quiet("tick", control("checkbox", 1), "Space"),
        Act("answer", button("Check my answer")),
    ],
    "sort": [
        quiet("sort one", control("combobox", 0), "ArrowDown"),
        Act("answer too early", button("Check my answer")),
    ],
    "match": [
        quiet("match one", control("combobox", 0), "ArrowDown"),
        Act("answer too early", button("Check my answer")),
        quiet("match the other", control("combobox", 1), "ArrowDown"),
        Act("answer with one partner twice", button("Check my answer")),
    ],
    "matrix": [
        quiet("fill one cell", control("combobox", 0), "ArrowDown"),
        Act("answer with an empty row", button("Check my answer")),
        quiet("fill one of the other row", control("combobox", 4), "ArrowDown"),
        Act("answer", button("Check my answer")),
    ],
    "flaw": [
        Act("answer without a mark", button("Check my answer")),
        quiet("mark", control("checkbox", 1), "Space"),
        Act("answer", button("Check my answer")),
    ],
    "card": [
        quiet("choose", control("combobox", 0), "ArrowDown"),
        Act("answer too early", button("Check my answer")),
        Act("type a number", control("textbox"), "6", answered=False, types=True),
        Act("answer", button("Check my answer")),
    ],
    "number": [typing(control("textbox")), Act("answer", control("textbox"))],
    "computed": [
        typing(control("textbox")),
        Act("answer without a number", control("textbox")),
        quiet("mark what was typed", control("textbox"), "Control+a"),
        Act("type a number", control("textbox"), "6", answered=False, types=True),
        Act("answer", button("Check my answer")),
        Act("try other numbers", button("Try other numbers")),
    ],
    "table": [
        Act("type in a cell", control("textbox", 0), "66.7", answered=False, types=True),
        Act("answer with a cell empty", button("Check my answer")),
        Act("type in the other", control("textbox", 1), "$120", answered=False, types=True),
        Act("go on by the key", control("textbox", 0)),
        Act("answer by the keys", control("textbox", 1), "Control+Enter"),
    ],
    "text": [typing(control("textbox")), Act("answer", button("Save my answer"))],
    "guess": [
        quiet("choose", control("radio", 0), "Space"),
        Act("answer", button("Answer")),
    ],
    "place": [
        quiet("choose", control("radio", 0), "Space"),
        Act("keep", button("Keep my choice")),
    ],
    "explorer": [
        quiet("another outcome", control("combobox", 0), "ArrowDown"),
        quiet("another year", control("combobox", 1), "ArrowUp"),
        quiet("another reference", control("combobox", 2), "ArrowDown"),
        quiet("the outcome before", control("combobox", 0), "ArrowUp"),
    ],
    "what_if": [
        quiet("move the slider", control("slider"), "ArrowRight"),
        quiet("judge a line", control("combobox", 0), "ArrowDown"),
        quiet("another percent", control("spinbutton"), "ArrowUp"),
        quiet("move it back", control("slider"), "ArrowLeft"),
    ],
    "own_file": [
        quiet("fold the columns", lambda box: box.locator("summary", has_text="column"), "Enter"),
        typing(control("textbox")),
        Act("answer with what is no year", button("Answer, and check again")),
        Act("take the answers back", button("Ask me anew")),
        Act("look again", button("Look again")),
    ],
    "records": [
        *FORM_OF_RECORDS,
        Act("save", button("Save")),
        quiet("edit", button("Edit"), "Enter"),
        typing(control("textbox", 1)),
        Act("edit another with words in the form", button("Add a")),
        Act("cancel", button("Cancel")),
        quiet("bring the words back", button("Bring it back"), "Enter"),
        Act("cancel", button("Cancel")),
        quiet("delete", button("Delete"), "Enter"),
        Act("confirm", button("Yes, delete")),
        Act("undo", button("Undo delete")),
    ],
    "looked": [
        quiet("open the form", button("Add a"), "Enter"),
        typing(control("textbox", 0)),  # remarks come beside it, and nothing in use moves
        Act("save", button("Save")),
        quiet("edit", button("Edit"), "Enter"),
        quiet("open the folded fields", lambda box: box.locator("summary").first, "Enter"),
        quiet("cancel", button("Cancel"), "Enter"),
    ],
    "picked": [
        quiet("open the form", button("Add a"), "Enter"),
        typing(control("textbox", 0)),
        typing(control("combobox", 0)),
        typing(control("combobox", 1)),  # what is asked only now comes below it
        Act("save", button("Save")),
        quiet("edit", button("Edit"), "Enter"),
        quiet("cancel", button("Cancel"), "Enter"),
    ],
    "timeline": [
        *FORM_OF_RECORDS,
        Act("escape with words in the form", control("textbox", 0), "Escape"),
        Act("cancel", button("Cancel")),
        quiet("open the form", button("Add a"), "Enter"),
        quiet("escape", control("textbox", 0), "Escape"),
    ],
    "causes": [
        quiet("open the form", button("Because…"), "Enter"),
        typing(control("textbox", 0)),
        Act("save too early", button("Add this cause")),
        quiet("choose a level", control("combobox", 0), "ArrowDown"),
        quiet("choose the evidence", control("combobox", 1), "ArrowDown"),
        Act("add", button("Add this cause")),
        quiet("edit", button("Edit"), "Enter"),
        quiet("cancel", button("Cancel"), "Enter"),
        Act("turn to the outcome", lambda box: box.locator(".gw-cause").first),
        Act("turn to a cause", lambda box: box.locator(".gw-cause").last),
        quiet("delete", button("Delete"), "Enter"),
        Act("confirm", button("Yes, delete")),
        Act("undo", button("Undo delete")),
    ],
    "power": [
        typing(control("textbox", 0)),
        Act("save the decision", button("Save the decision")),
        *FORM_OF_RECORDS[:2],
        quiet("cancel", button("Cancel"), "Enter"),
    ],
    "rating": [
        quiet("rate the first", control("radio", 0), "Space"),
        quiet("rate one in the middle", control("radio", 20), "Space"),
        typing(control("textbox", 12)),
        Act("turn to the second need", button("2 of 2")),
        quiet("rate the last", control("radio", -1), "Space"),
        Act("turn to the first need", button("1 of 2")),
    ],
    "reflection": [
        typing(control("textbox")),
        Act("keep", button("Keep")),
        quiet("forget", button("Forget"), "Enter"),
        quiet("go back", button("No, go back"), "Enter"),
    ],
    "view": [quiet("open the words", lambda box: box.locator("summary").first, "Enter")],
    "chart": [],
}

# What leads to a refusal, so that the page shows a mistake, and leaves every form open. Where
# nothing can be refused, nothing stands here.
EMPTY_RECORD = [button("Add a"), button("Save")]
REFUSED: dict[str, list[Find]] = {
    "choose": [button("Check my answer")],
    "several": [button("Check my answer")],
    "sort": [button("Check my answer")],
    "match": [button("Check my answer")],
    "matrix": [button("Check my answer")],
    "flaw": [button("Check my answer")],
    "card": [button("Check my answer")],
    "number": [button("Check my answer")],
    "computed": [button("Check my answer")],
    "table": [button("Check my answer")],
    "text": [button("Save my answer")],
    "guess": [button("Answer")],
    "chart": [],
    "place": [button("Keep my choice")],
    "explorer": [],
    "what_if": [],
    # The first press agrees to the columns; the second answers nothing.
    "own_file": [button("Answer, and check again")] * 2,
    "view": [],
    "records": EMPTY_RECORD,
    "causes": [button("Because…"), button("Add this cause")],
    "power": [button("Save the decision"), button("Add a"), exactly("Save")],
    "timeline": EMPTY_RECORD,
    "looked": EMPTY_RECORD,
    "picked": EMPTY_RECORD,
    "rating": [],
    "reflection": [button("Keep")],
}
