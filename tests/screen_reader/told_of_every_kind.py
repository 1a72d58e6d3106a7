"""What a screen reader says at every kind of widget, and which keys lead there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """One step: keys pressed, and words that are spoken after them.

    Attributes
    ----------
    words
        What is to be heard since the keys; all of it, in any order.
    keys
        The keys, named as X names them.
    at
        A control in the widget's box that has the focus before the keys are pressed.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...] = ()
    at: str = ""


def at(selector: str, *words: str) -> Told:
    return Told(words, at=selector)


def keys(pressed: str, *words: str) -> Told:
    return Told(words, keys=tuple(pressed.split()))


def form(opener: str, *words: str) -> list[Told]:
    """A form that a button opens: what the button is called, and where the form begins."""
    return [at(".gw-main", opener, "button"), keys("space", *words, "entry", "required")]


TOLD: dict[str, list[Told]] = {
    "choose": [
        at("input", "Where is it decided?", "At the bedside", "radio button"),
        keys("space Tab", "Check my answer", "button"),
        keys("space", "Not yet.", "long before the visit"),
    ],
    "several": [
        at("input", "Which are rules?", "Zoning", "check box", "not checked"),
        keys("space", "checked"),
    ],
    "sort": [
        at("select", "Sort each cause.", "The last bus", "Choose…", "combo box"),
        keys("Tab", "A late visit"),
    ],
    "match": [
        at("select", "Who can undo each act?", "An e-mail", "Choose…", "combo box"),
        keys("Tab", "A resolution"),
    ],
    "matrix": [
        at("select", "Fill in the parts.", "Sign the contract", "Director (up to $50,000)"),
        keys("Tab", "Nurse Manager"),
    ],
    "flaw": [
        at("input", "Which parts of this rule are flawed?", "The nurse decides", "check box"),
        keys("space", "checked"),
    ],
    "card": [
        at("select", "Fill the card.", "Owner", "combo box"),
        keys("Tab", "Value", "entry", "percent"),
    ],
    "number": [
        at("input", "How large?", "entry", "per 1,000"),
        keys("s o Return", "Please look:"),
    ],
    "computed": [
        at("input", "How large was the gap in 20", "entry", "per 1,000"),
        keys("6 Return", "Not yet."),
        at("button:nth-child(2)", "Try other numbers", "button"),
        keys("space", "These are other numbers. Read the question again"),
    ],
    "table": [
        at("input", "Fill in what recurs.", "Line A, share (percent)", "entry"),
        keys("Tab", "Line B, amount (dollars)", "entry"),
    ],
    "text": [at("textarea", "Why does it happen?", "entry")],
    "guess": [
        at("input", "How many?", "Few", "radio button"),
        keys("space Tab", "Answer", "button"),
        keys("space", "More."),
    ],
    "chart": [at("summary", "Infant deaths", "figure", "This chart in words and as a table")],
    "place": [
        at("input", "What do you want to work on?", "My own department", "radio button"),
        keys("space Tab space", "Kept:"),
    ],
    "explorer": [
        at("select", "Explore a gap", "Outcome", "combo box"),
        keys("Tab", "Year", "combo box"),
        keys("Up", "2021"),
    ],
    "what_if": [
        at("input", "Move the horizon", "Plan this far", "slider", "0 years"),
        keys("Right", "1 years", "In 1 years 60 % recurs."),
    ],
    "own_file": [
        at("select", "Whose budget lines?", "budget.csv", "combo box"),
        keys("Tab", "Check and use it", "button"),
        keys("space", "budget.csv is not in use yet: 2 questions are open."),
    ],
    "view": [at("summary", "Infant deaths", "figure", "This chart in words and as a table")],
    "records": form("Add a decision", "Who decides (needed)"),
    "causes": [
        at(".gw-cause", "Visits are missed", "Outcome"),
        keys("Tab", "Because", "button"),
        keys("space", "Visits are missed” happens because", "entry", "required"),
        at(".gw-paper summary", "From: your department is not named yet. Change this"),
        at(".gw-paper .gw-buttons .gw-button", "Word", "button"),
    ],
    "power": [at("textarea", "Which one decision is this map about?", "entry")],
    "timeline": form("Add a moment", "When (needed)"),
    "looked": form("Add a card", "Name (needed)"),
    "picked": form("Add a part", "Decision (needed)"),
    "rating": [
        at(".gw-step-head", "1 of 2: Roles, 0 of 14 answered", "expanded"),
        keys("Tab", "Roles: rule 1 exists.", "not in place", "radio button"),
        keys("space", "Saved. 1 of 28 answered."),
    ],
    "reflection": [
        at("textarea", "What did I hear?", "entry", "public record"),
        keys("o Tab space", "Kept in my_work/reflections"),
    ],
}
