"""Tuesday's contract of lesson 04 on paper: who can have which part, and four ways it may go."""

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
OTHERS = (  # what is changed of the key, and how that is said
    ({"County Counsel": SIGNS}, "Counsel signs off, and no day is set"),
    ({"Health Director": "", "Deputy Director": DECIDES}, "The Deputy Director has the D"),
    ({"Clinic Manager": ""}, "Nobody has the W"),
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
    """Say day by day how the contract goes with letters that arrive, and with three others."""
    given = "; ".join(f"{name} {letter}" for name, letter in KEY.items())
    told = [f"**Letters with which it arrives.** {given}; the others nothing.", _walk({})]
    for changed, said in OTHERS:
        told += [f"**{said}**, all else the same.", _walk(changed)]
    return dollars("\n\n".join(told))


def _walk(changed: dict[str, str]) -> str:
    cells = {row["name"]: at for at, row in tuesdays_contract.columns().items()}
    given = {**KEY, **changed}
    return items(
        tuesdays_contract.walked({cells[name]: each for name, each in given.items() if each})
    )
