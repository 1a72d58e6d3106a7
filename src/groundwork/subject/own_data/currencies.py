"""Sums of money in another currency than US dollars: asked about, and never added to dollars."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.units import Saying

# Alone it is the name of places, too.
_STERLING = (
    r"\b(?:british pounds?|pounds? sterling|in sterling(?! [a-z])|sterling (?:amounts?|figures))\b"
)
# Alone it is the name of people, too.
_YEN = (
    r"\bjapanese yen\b|[(\[]yen[)\]]|\byen (?:amounts?|figures)\b|^yen$"
    r"|\b(?:in|amounts?|figures|(?:thousand|million|billion)s?(?: of)?) yen\b(?! [a-z])"
)
# The signs and codes of a currency, as they stand beside a number, and its names in words.
_CURRENCIES = {
    "euros": (r"€|EUR", r"\beuros?\b"),
    "British pounds": (r"£|GBP", _STERLING),
    "Canadian dollars": (r"CAD ?\$?|CA?\$|Can\$", r"\bcanadian dollars?\b|\bcdn\b"),
    "Australian dollars": (r"AUD ?\$?|AU?\$", r"\baustralian dollars?\b"),
    "Mexican pesos": (r"MXN ?\$?|MX\$", r"\b(?:mexican )?pesos\b"),
    "yen": (r"¥|￥|JPY", _YEN),
    "Swiss francs": (r"CHF|SFr\.?", r"\bswiss francs?\b"),
    "rupees": (r"₹|INR", r"\brupees?\b"),
    "Philippine pesos": (r"₱|PHP", r"\bphilippine pesos?\b"),
    "won": (r"₩|KRW", r"\bkorean won\b"),
    "Brazilian reais": (r"BRL|R\$", r"\breais\b"),
}
_SIGN = {
    name: re.compile(rf"(?<![A-Za-z])(?:{sign})(?![A-Za-z])", re.IGNORECASE)
    for name, (sign, _) in _CURRENCIES.items()
}
# A code alone may be short for other things, as CAD is for dispatch and for a disease of the heart:
# in a title it follows a word of money, or it ends what is said of the numbers.
_BEFORE = (
    r"(?:amounts?|figures|dollars?|currency:?|sums?"
    r"|(?:amounts?|figures|dollars?|budget|sums?|values|are|expressed|reported|shown|stated) in)"
)
_MONEY_IN = r"(?:expenditures|expenses|costs|spending|revenues?|salaries|wages|prices|money) in"
_AFTER = r"(?! (?!as\b|for\b|unless\b|thousands\b|millions\b|dollars\b)[a-z])"
# Health departments use these for a system, a program, a test or an illness: without a word of
# money that is told, and not asked about.
_MEANS_MORE = r"(?:CAD|PHP|AUD|CHF|INR)\b"
_PERHAPS = re.compile(rf"\bin \(?({_MEANS_MORE}){_AFTER}|^({_MEANS_MORE}) (?=[a-z])", re.IGNORECASE)
_NAMED = {
    name: re.compile(
        rf"{words}|\b{_BEFORE} \(?(?:{sign})(?![A-Za-z])"
        rf"|\b(?:{_MONEY_IN} \(?|in \(?(?!{_MEANS_MORE}))(?:{sign})(?![A-Za-z]){_AFTER}",
        re.IGNORECASE,
    )
    for name, (sign, words) in _CURRENCIES.items()
}
_LETTERS = frozenset("€£¥￥₹₱₩ADEGMCJSIPKBRadegmcjsipkbr")
_OWN_SIGN = {
    "€": "euros",
    "£": "British pounds",
    "₹": "rupees",
    "₱": "Philippine pesos",
    "₩": "won",
}


def currency_of(words: str, heading: bool = False) -> str:
    """Name the currency that a title, a heading or a remark speaks of, or "".

    ``heading`` says that the words stand above a column of money.

    >>> currency_of("Amounts in euros"), currency_of("Budget (CAD)", True)
    ('euros', 'Canadian dollars')
    >>> currency_of("Dispatch (CAD)"), currency_of("Budget in US dollars")
    ('', '')
    """
    for sign, name in _OWN_SIGN.items():
        if sign in words:
            return name
    ways = [_NAMED, _SIGN] if heading and not _PERHAPS.search(words) else [_NAMED]
    return next((name for way in ways for name, each in way.items() if each.search(words)), "")


def told_of(sayings: Sequence[Saying]) -> list[Note]:
    """Tell of codes of currencies that may well stand for something else."""
    out = []
    for each in sayings:
        found = _PERHAPS.search(each.words)
        if found and not currency_of(each.words):
            code = found[1] or found[2]
            name = next(name for name, sign in _SIGN.items() if sign.fullmatch(code))
            text = f"the file says {each.quoted}. If {code} stands for {name} there, and not for a"
            out.append(
                Note(f"{text} program, the numbers are not US dollars", each.rows, look=True)
            )
    return out


def in_columns(columns: Sequence[Column]) -> tuple[list[Saying], list[Column]]:
    """Give what columns of currencies say of the whole file, and those whose rows differ.

    Such a column is headed "currency" or the like and holds a code or a name in every row.
    """
    out, mixed = [], []
    for column in columns:
        if column.words not in _CURRENCY_HEADINGS or not 0 < len(column.texts) <= _MOST_CODES:
            continue
        said = {currency_of(text, True) for text in column.texts}
        if said == {""}:
            continue
        if len(said) > 1 or column.blanks:
            mixed.append(column)
        else:
            out.append(Saying(f"currency: {column.texts[0]}", (), True))
    return out, mixed


_CURRENCY_HEADINGS = {
    "currency", "currency code", "currency name", "currency type", "currency symbol",
    "transaction currency", "local currency", "reporting currency", "iso currency",
    "iso currency code", "budget currency", "amount currency",
}  # fmt: skip
_MOST_CODES = 40


def of_cell(text: str) -> str:
    """Name the currency whose sign or code stands beside the number of a cell, or "".

    >>> of_cell("€ 1,200"), of_cell("1.200,50 EUR"), of_cell("CA$5"), of_cell("$5")
    ('euros', 'euros', 'Canadian dollars', '')
    """
    if not any(map(str.isdigit, text)):
        return ""
    return next((name for name, sign in _SIGN.items() if sign.search(text)), "")


def without_signs(text: str) -> str:
    """Take the sign or code of a currency off a number."""
    for sign in _SIGN.values():
        text = sign.sub("", text)
    return text.strip()


def settle(
    column: Column, sayings: Sequence[Saying], data: Sequence[int], answers: Answers
) -> tuple[list[Question], list[Note]]:
    """Ask what a column of money is counted in where another currency is named; take signs off.

    Parameters
    ----------
    column
        A column of money that is not read yet.
    sayings
        What the file says elsewhere than in the cells.
    data
        The place of each row of data in the sheet.
    """
    here = _in_cells(column)
    words = [Saying(column.heading, (), True), *sayings]
    told = ((currency_of(each.words, each is words[0]), each) for each in words)
    said = next((pair for pair in told if pair[0]), None)
    if not here and not said:
        return [], []
    name = next(iter(here.values())) if here else said[0]  # type: ignore[index]
    hits = [at for at, text in enumerate(column.written) if text in here] if here else []
    mixed = bool(here) and (len(set(here.values())) > 1 or len(hits) < column.filled)
    question = _question(column, name, said[1] if said else None, hits, mixed, data)
    # Said of a year beside this one, "keep" is no answer for two currencies in one column.
    kept = answers.of(question.name).strip().casefold() == "keep"
    answer = "" if mixed and kept else answers.chosen(question)
    if here:
        places = set(hits)
        column.put([_bare(cell) if at in places else cell
                    for at, cell in enumerate(column.cells)])  # fmt: skip
    if not answer:
        return [question], []
    if answer == "keep":
        text = f"these are {name}, as you said. The course writes $ beside them: never add them to "
        return [], [Note(f"{text}US dollars", (), column.name, look=True)]
    rows = tuple(data[at] + 1 for at in hits)
    return [], [Note("these are US dollars, as you said", rows, column.name)]


def _in_cells(column: Column) -> dict[str, str]:
    """The texts of a column that have a sign of another currency, each with its name."""
    if column.letters.isdisjoint(_LETTERS):
        return {}
    return {text: name for text in column.texts if (name := of_cell(text))}


def _bare(cell: object) -> object:
    return cell.value if isinstance(cell, Shown) else without_signs(str(cell))


def _question(
    column: Column,
    name: str,
    said: Saying | None,
    hits: Sequence[int],
    mixed: bool,
    data: Sequence[int],
) -> Question:
    assert column.field
    shown = column.written[hits[0]] if hits else ""
    seen = f'Cells of it say "{shown}"' if hits else f"The file says {said.quoted if said else ''}"
    choices = [("dollars", "They are US dollars: the sign is a slip")]
    more = ""
    if mixed:
        more = (
            " Sums of two currencies say nothing: if these cells are not dollars, write them in "
            "dollars in a copy of the file."
        )
    else:
        choices.append(("keep", f"They are {name}: read the numbers as they are"))
    return choose(
        f"currency of {column.field.name}",
        f"Is column {column.name} in US dollars? {seen}, which may mean {name}.{more}",
        choices,
        rows=tuple(data[at] + 1 for at in hits) if hits else (said.rows if said else ()),
        column=column.name,
    )
