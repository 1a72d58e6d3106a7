"""A report of accounts as an outline, as QuickBooks prints a profit and loss statement.

Names of accounts stand to the right below what they are a part of, and their column has no heading;
above the amounts stands the period.
"""

import re

from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Page, Row
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.report import Note

NAME = "Account"
"""What the column of names is called, which has no heading."""
_ROWS = 15
_FEW = 2
_OF_ACCOUNTS = re.compile(
    r"(?:total|net|ordinary|operating|gross)? ?(?:ordinary |operating )?"
    r"(?:income|revenues?|expenses?|expenditures?)",
    re.IGNORECASE,
)
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r",? *(?:'?(\d\d)|(20\d\d))"
_PERIOD = re.compile(
    rf"{_MONTH}(?: 1)?(?:{_YEAR})? *(?:-|–|to|through) *{_MONTH}(?: (?:28|29|30|31))?{_YEAR}\b",
    re.IGNORECASE,
)
_A_MONTH = re.compile(rf"{_MONTH}{_YEAR}", re.IGNORECASE)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def of_accounts(page: Page, contract: Contract) -> Headings | None:
    """Recognize a report of accounts and set its names below each other; None in other files."""
    if contract.values != "amount":
        return None
    header = next((at for at, row in enumerate(page[:_ROWS]) if _heads_amounts(page, at, row)), -1)
    if header < 0:
        return None
    places = page[header].filled
    first = places[0]
    rows = [_set_left(row, first) if at > header else list(row) for at, row in enumerate(page)]
    names = [NAME, *[""] * (first - 1), *page[header].texts[first:]]
    said = [text for row in page[: header + 1] for text in row.words]
    months = [name for name in page[header].words if _A_MONTH.fullmatch(name)]
    if len(months) == len(_MONTHS):
        said.append(f"{months[0]} - {months[-1]}")
    period = next((text for text in said if _PERIOD.search(text)), "")
    names = [" ".join(_PERIOD.sub("Actual", name).split()) for name in names]
    whole = [at for at in places if len(places) == 1 or names[at].casefold() == "total"]
    year = fiscal_year_in(period)
    called = f'the names of accounts have no heading; they are called "{NAME}" here'
    out = Headings(header, names, Page(rows), header, outline=True, roles={0: "purpose"})
    out.notes.append(Note(called, (header + 1,)))
    if len(whole) == 1:
        names[whole[0]] = "Amount"
        out.roles[whole[0]] = "amount"
    if year:
        out.typed["fiscal_year"] = year
        told = f'fiscal_year is {year} in every row: the file says "{period}"'
        out.notes.append(Note(told))
    return out


def fiscal_year_in(period: str) -> str:
    """Give the fiscal year of a period of twelve months, named for the year in which it ends.

    >>> fiscal_year_in("July 2024 through June 2025"), fiscal_year_in("Jan - Mar 2025")
    ('FY2025', '')
    """
    found = _PERIOD.search(period)
    if not found:
        return ""
    last = int(found[6] or f"20{found[5]}")
    begun = found[3] or (f"20{found[2]}" if found[2] else "")
    first = int(begun) if begun else last
    begins, ends = (_MONTHS.index(found[at][:3].lower()) for at in (1, 4))
    return f"FY{last}" if 12 * (last - first) + ends - begins == 11 else ""


def _heads_amounts(page: Page, at: int, row: Row) -> bool:
    """Whether a row heads the amounts of a report of accounts: nothing stands above the names."""
    if not row.filled or row.filled[0] == 0 or any(number is not None for number in row.numbers):
        return False
    first = row.filled[0]
    below = [each for each in page[at + 1 :] if each.filled]
    named = [each for each in below if each.filled[0] < first]
    amounts = [each for each in named if any(each.numbers[p] is not None for p in each.filled[1:])]
    speak = [each for each in named if _OF_ACCOUNTS.fullmatch(each.words[0])]
    return len(amounts) > _FEW and len(speak) > 1 and len(named) == len(below)


def _set_left(row: Row, first: int) -> list[object]:
    names = [row.texts[at] for at in row.filled if at < first]
    return [names[0] if names else None, *[None] * (first - 1), *row.cells[first:]]
