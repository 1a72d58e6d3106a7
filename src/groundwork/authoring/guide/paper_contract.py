"""Tuesday's contract of lesson 04 on paper: who can have which part, and how it may go."""

from functools import cache

from groundwork.cohort.told.markdown import dollars, items, table
from groundwork.screen.activities import tuesdays_contract
from groundwork.screen.activities.tuesdays_contract import WITHIN
from groundwork.subject.leadership.decision_rights import ADVISES, DECIDES, SIGNS, WORKS

KEY = {
    "Clinic Manager": WORKS,
    "Patient panel": ADVISES,
    "County Counsel": WITHIN,
    "Health Director": DECIDES,
}
OTHERS = (  # what a room may give otherwise than the key, and how that is said
    ({"County Counsel": SIGNS}, "Counsel signs off, and no day is set"),
    ({"Health Director": "", "Deputy Director": DECIDES}, "The Deputy Director has the D"),
    ({"Health Director": "", "Equity Officer": DECIDES}, "The Equity Officer has the D"),
    ({"Deputy Director": DECIDES}, "Two positions have the D"),
    ({"Health Director": ""}, "Nobody has the D"),
    ({"Clinic Manager": ""}, "Nobody has the W"),
    ({"Patient panel": ""}, "Nobody has the A"),
)


@cache
def sheet() -> str:
    """Return the letters, and who can have one, with room to write."""
    letters = tuesdays_contract.LETTERS
    legend = "; ".join(f"{letter} {words}" for letter, words in letters.items())
    rows = [(tuesdays_contract.titled(row), "") for row in tuesdays_contract.columns().values()]
    head = ("Who", "Letter, or nothing")
    return dollars(f"{legend}.\n\nA letter for each, or nothing:\n\n{table(head, rows)}")


@cache
def walks() -> str:
    """Say day by day how letters go that arrive, and in a line each what others would do."""
    given = "; ".join(f"{name} {letter}" for name, letter in KEY.items())
    days = _walk({})
    rows = [(said, _parts_at(days, _walk(changed))) for changed, said in OTHERS]
    told = (
        f"**Letters with which it arrives.** {given}; the others nothing.",
        items(days),
        "Where other letters part from these, all else the same:",
        table(("The room's letters", "What would happen"), rows),
    )
    return dollars("\n\n".join(told))


def _walk(changed: dict[str, str]) -> list[str]:
    cells = {row["name"]: at for at, row in tuesdays_contract.columns().items()}
    given = {**KEY, **changed}
    return tuesdays_contract.walked({cells[name]: each for name, each in given.items() if each})


def _parts_at(days: list[str], other: list[str]) -> str:
    """Return what happens first that is not in the days of the key, and how it would end."""
    known = {each.partition(": ")[2] for each in days}
    said = (each.partition(": ")[2] for each in other)
    first = next(each for each in said if each not in known)
    return f"{first} {other[-1]}"
