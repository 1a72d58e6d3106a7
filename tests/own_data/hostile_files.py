"""Makes hostile files: small good files, spoiled in known places, written in many forms.

Each file knows what must be said about it: which cells are wrong, in which row of the file and
under which letter, and which rows are data. Nothing here uses the code under test but its list of
columns.
"""

import csv
import io
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.contracts import CONTRACTS

RIVERBEND = Path(__file__).parents[2] / "datasets" / "riverbend_county_invented"
FILES = {
    "budget_lines": "budget_lines",
    "positions": "positions",
    "partner_payments": "partner_payments",
    "outcomes": "outcomes",
    "survey_answers": "staff_survey",
    "metrics_register": "metrics_register",
}
NUMBER = {
    "budget_lines": "amount",
    "positions": "salary",
    "partner_payments": "amount",
    "outcomes": "events",
    "survey_answers": "decisions_explained",
    "metrics_register": "baseline_value",
}
DAY = {
    "budget_lines": "ends",
    "positions": "ends",
    "partner_payments": "paid",
    "metrics_register": "next_review",
}
TEXT = {
    "budget_lines": "purpose",
    "positions": "role_in_equity",
    "partner_payments": "purpose",
    "outcomes": "district",
    "survey_answers": "unit",
    "metrics_register": "result",
}
LABEL = {
    "budget_lines": "program",
    "positions": "unit",
    "partner_payments": "partner",
    "outcomes": "measure",
    "survey_answers": "unit",
}
SECRET = "Zebulon"
Row = list[str]


def letter(at: int) -> str:
    return chr(65 + at) if at < 26 else chr(64 + at // 26) + chr(65 + at % 26)


@dataclass
class Table:
    """A sheet being made. ``wrong`` are cells (or whole rows, place -1) that must be reported."""

    contract: Contract
    rows: list[Row]
    header: Row
    data: list[Row]
    fields: list[str]
    wrong: list[tuple[Row, int]] = field(default_factory=list)
    wrong_columns: list[int] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    must_note: list[tuple[Row, int]] = field(default_factory=list)
    text_only: bool = False
    excel_only: bool = False
    hide: list[Row] = field(default_factory=list)
    from_1904: bool = False
    percents: list[tuple[Row, int]] = field(default_factory=list)

    def place(self, name: str) -> int:
        return self.fields.index(name)

    def number_of(self, row: Row) -> int:
        """The row that a spreadsheet shows."""
        return next(at for at, each in enumerate(self.rows, start=1) if each is row)

    def put(self, at: int, name: str, text: str, wrong: bool = False) -> None:
        row, place = self.data[at], self.place(name)
        row[place] = text
        (self.wrong if wrong else self.must_note).append((row, place))

    def change(self, name: str, new: Callable[[str], str]) -> None:
        for at, row in enumerate(self.data):
            old = row[self.place(name)]
            if old and new(old) != old:
                self.put(at, name, new(old))


def good(kind: str, count: int = 7) -> Table:
    """A few rows of Riverbend County (invented) that are as they should be."""
    with (RIVERBEND / f"riverbend_invented_{FILES[kind]}.csv").open(encoding="utf-8") as file:
        names, *rows = (row[1:] for row in csv.reader(file))
    day = DAY.get(kind)
    if day:
        rows = [row for row in rows if row[names.index(day)]]
    if kind == "positions":
        rows = rows[::5]
    if kind == "metrics_register":
        rows = [row for row in rows if row[names.index("baseline_value")]]
    rows = [list(row) for row in rows[:count]]
    if day:
        rows[1][names.index(day)] = "2027-06-30"  # it decides whether the month comes first
    header = list(names)
    return Table(CONTRACTS[kind], [header, *rows], header, rows, list(names))


# --- What is done to cells: each gives False when the kind has no such column ---------------------


def untouched(table: Table) -> None:
    pass


def a_word_for_a_number(table: Table) -> None:
    table.put(3, NUMBER[table.contract.kind], "about 12k", wrong=True)


def an_empty_cell(table: Table) -> None:
    needed = [each for each in table.contract.fields if each.filled and not each.down]
    table.put(2, needed[0].name, "", wrong=True)


def a_copied_row(table: Table) -> None:
    copy = list(table.data[1])
    table.rows.append(copy)
    table.data.append(copy)
    places = [table.fields.index(name) for name in table.contract.key if name in table.fields]
    table.wrong.append((copy, places[0]))


def dollars_and_commas(table: Table) -> bool:
    name = NUMBER[table.contract.kind]
    if table.contract.field(name).kind != "money":
        return False
    table.change(name, lambda old: f" ${float(old):,.2f} ")
    return True


def brackets_and_the_minus_behind(table: Table) -> bool:
    name = NUMBER[table.contract.kind]
    one = table.contract.field(name)
    if one.kind != "money" or one.least == 0:
        return False
    for at, text in enumerate(("(500)", "500-", "($1,234.50)", "−12.00", "-$3.25")):
        table.put(at, name, text)
    return True


def european(table: Table) -> bool:
    name = NUMBER[table.contract.kind]
    if table.contract.field(name).kind != "money":
        return False
    turn = str.maketrans(",.", ".,")
    table.change(name, lambda old: f"{float(old):,.2f}".translate(turn))
    return True


def thousands_or_decimals(table: Table) -> bool:
    name = NUMBER[table.contract.kind]
    if table.contract.field(name).kind not in ("money", "number"):
        return False
    for at, row in enumerate(table.data):
        row[table.place(name)] = str(500 + at)
        if table.contract.kind == "metrics_register":  # its limits lie elsewhere
            row[table.place("baseline_low")] = row[table.place("baseline_high")] = ""
    table.put(4, name, "1.234", wrong=True)
    return True


def both_marks(table: Table) -> bool:
    name = NUMBER[table.contract.kind]
    if table.contract.field(name).kind != "money":
        return False
    for at, row in enumerate(table.data):
        row[table.place(name)] = str(500 + at)
    table.put(1, name, "1,234.56", wrong=True)
    table.put(2, name, "1.234,56", wrong=True)
    return True


def _days(form: str) -> Callable[[Table], bool]:
    def spoil(table: Table) -> bool:
        if table.contract.kind not in DAY:
            return False
        table.change(
            DAY[table.contract.kind], lambda old: datetime.fromisoformat(old).strftime(form)
        )
        return True

    spoil.__name__ = f"days_like_{form}"
    return spoil


def a_day_in_two_ways(table: Table) -> bool:
    if table.contract.kind not in DAY:
        return False
    for row in table.data:
        row[table.place(DAY[table.contract.kind])] = "2026-06-30"
    table.put(3, DAY[table.contract.kind], "03/04/2028", wrong=True)
    return True


def a_day_that_never_was(table: Table) -> bool:
    if table.contract.kind not in DAY:
        return False
    table.put(5, DAY[table.contract.kind], "2026-02-30", wrong=True)
    return True


def a_failed_formula(table: Table) -> None:
    table.put(4, TEXT[table.contract.kind], "#REF!", wrong=True)


def a_formula_as_text(table: Table) -> None:
    table.put(4, NUMBER[table.contract.kind], "=SUM(A1:A3)", wrong=True)
    table.text_only = True


def garbled_letters(table: Table) -> None:
    table.put(0, TEXT[table.contract.kind], "CafÃ© on Main", wrong=True)


def lost_letters(table: Table) -> None:
    table.put(6, TEXT[table.contract.kind], "Caf\ufffd on Main", wrong=True)


def hard_spaces(table: Table) -> None:
    table.put(1, TEXT[table.contract.kind], "Mill\u00a0Flats   North")


def an_unseen_character(table: Table) -> None:
    table.put(1, TEXT[table.contract.kind], "Mill\u200b Flats")


def accents(table: Table) -> None:
    table.data[2][table.place(TEXT[table.contract.kind])] = "Niños y café"


def digits_of_another_script(table: Table) -> None:
    name = NUMBER[table.contract.kind]
    old = table.data[2][table.place(name)]
    table.put(2, name, old.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    table.text_only = True


def an_id_that_a_spreadsheet_cut(table: Table) -> bool:
    codes = [each.name for each in table.contract.fields if each.code and each.name in table.fields]
    if not codes:
        return False
    table.put(3, codes[0], "1.23457E+11", wrong=True)
    return True


def not_known(table: Table) -> bool:
    names = [
        each.name
        for each in table.contract.fields
        if each.kind != "text" and not each.filled and each.name in table.fields
    ]
    table.put(3, names[0], "TBD")
    return True


def a_code_for_a_fiscal_year(table: Table) -> bool:
    if "fiscal_year" not in table.fields:
        return False
    table.change("fiscal_year", lambda old: f"{int(old[2:]) - 1}-{old[4:]}")
    return True


def a_fiscal_year_of_two_digits(table: Table) -> bool:
    if "fiscal_year" not in table.fields:
        return False
    table.put(3, "fiscal_year", "26", wrong=True)
    return True


def an_email_in_a_text(table: Table) -> None:
    secret = f"{SECRET.lower()}@example.org"
    table.put(2, TEXT[table.contract.kind], f"ask {secret}", wrong=True)
    table.secrets.append(secret)


def a_social_security_number_in_a_text(table: Table) -> None:
    table.put(2, TEXT[table.contract.kind], "see 219-09-9999", wrong=True)
    table.secrets.append("219-09-9999")


def a_phone_in_a_text(table: Table) -> None:
    table.put(5, TEXT[table.contract.kind], "(617) 555-0142", wrong=True)
    table.secrets.append("555-0142")


def a_name_in_a_number(table: Table) -> None:
    table.put(5, NUMBER[table.contract.kind], f"{SECRET} Abernathy", wrong=True)
    table.secrets.append(SECRET)


# --- What went wrong once, as the cases show it ---------------------------------------------------


def two_funds_in_a_cell(table: Table) -> bool:
    if "fund" not in table.fields:
        return False
    table.put(2, "fund", "F100 (60%) F200 (40%)", wrong=True)
    return True


def an_id_that_became_a_date(table: Table) -> bool:
    codes = [each.name for each in table.contract.fields if each.code and each.name in table.fields]
    if not codes:
        return False
    table.put(3, codes[0], "1-Mar", wrong=True)
    table.text_only = True
    return True


def _social(text: str, name: str) -> Callable[[Table], None]:
    def spoil(table: Table) -> None:
        table.put(2, TEXT[table.contract.kind], f"see {text}", wrong=True)
        table.secrets.append(text)
        table.text_only = True

    spoil.__name__ = f"a_social_security_number_with_{name}"
    return spoil


def a_hidden_count(table: Table) -> bool:
    if table.contract.kind != "outcomes":
        return False
    for at, mark in enumerate(("Suppressed", "<10", "Fewer than 11", "*")):
        table.put(at, "events", mark)
    return True


def a_footnote_behind_a_number(table: Table) -> None:
    name = NUMBER[table.contract.kind]
    table.put(2, name, f"{table.data[2][table.place(name)]}\u00b9", wrong=True)
    table.text_only = True


def more_events_than_people(table: Table) -> bool:
    if table.contract.kind != "outcomes":
        return False
    table.put(1, "events", "99999", wrong=True)
    return True


def a_percentage_of_a_position(table: Table) -> bool:
    if "fte" not in table.fields:
        return False
    table.put(1, "fte", "54%", wrong=True)
    return True


def an_answer_of_0(table: Table) -> bool:
    if table.contract.kind != "survey_answers":
        return False
    table.put(1, "decisions_explained", "0", wrong=True)
    return True


def a_row_that_excel_hides(table: Table) -> None:
    table.hide.append(table.data[2])
    table.wrong.append((table.data[2], -1))
    table.excel_only = True


def a_calendar_from_1904(table: Table) -> bool:
    table.from_1904 = table.excel_only = table.contract.kind in DAY
    return table.from_1904


def a_share_in_percent_format(table: Table) -> bool:
    if "equity_share" not in table.fields:
        return False
    place = table.place("equity_share")
    table.percents += [(row, place) for row in table.data if row[place]]
    table.excel_only = True
    return bool(table.percents)


# --- What is done to columns ----------------------------------------------------------------------


def _add_column(table: Table, heading: str, values: list[str]) -> int:
    table.header.append(heading)
    for row, value in zip(table.data, itertools.cycle(values), strict=False):
        row.append(value)
    table.fields.append("")
    return len(table.header) - 1


def an_extra_column(table: Table) -> None:
    _add_column(table, "Remarks of the office", ["see file", "", "ok"])


def a_column_without_a_heading(table: Table) -> None:
    _add_column(table, "", ["see file", "checked"])


def a_near_miss(table: Table) -> bool:
    needed = next(e for e in table.contract.fields if len(e.name) >= 4 and e.name in table.fields)
    place = table.place(needed.name)
    table.header[place] = needed.name + needed.name[-1]
    table.fields[place] = ""
    table.wrong.append((table.header, place))
    table.wrong_columns.append(place)
    return True


def other_words_in_headings(table: Table) -> None:
    for place, name in enumerate(table.header):
        one = table.contract.field(name)
        table.header[place] = one.called[0] if one.called else name.replace("_", " ").upper()


def one_column_twice(table: Table) -> None:
    place = table.place(NUMBER[table.contract.kind])
    at = _add_column(table, table.header[place], [row[place] for row in table.data])
    table.wrong_columns.append(at)
    table.wrong.append((table.header, place))


def a_missing_column(table: Table) -> None:
    needed = next(e for e in table.contract.fields if e.required and not e.numbered)
    place = table.place(needed.name)
    for row in (table.header, *table.data):
        del row[place]
    del table.fields[place]
    table.wrong.append((table.header, -1))


def _personal(heading: str, value: str) -> Callable[[Table], None]:
    def spoil(table: Table) -> None:
        place = _add_column(table, heading, [value, value + "a"])
        table.secrets.append(value)
        table.wrong_columns.append(place)

    spoil.__name__ = f"a_column_{heading.replace(' ', '_')}"
    return spoil


def personal_values_under_a_harmless_heading(table: Table) -> None:
    place = _add_column(table, "Reference code", ["219-09-9999"])
    table.secrets.append("219-09-9999")
    table.wrong_columns.append(place)
    table.wrong += [(row, place) for row in table.data]


# --- What is done to rows -------------------------------------------------------------------------


def as_it_is(table: Table) -> None:
    pass


def title_rows(table: Table) -> None:
    width = len(table.header)
    titles = [["Department of Public Health"], ["Report 12, printed by Finance"], []]
    table.rows[:0] = [row + [""] * (width - len(row)) for row in titles]


def blank_rows(table: Table) -> None:
    width = len(table.header)
    table.rows.insert(3, [""] * width)
    table.rows.insert(6, [""] * width)


def totals(table: Table) -> None:
    if not any(
        each.kind in ("text", "fiscal year") and each.filled
        for each in table.contract.fields
        if each.name in table.fields
    ):
        return
    for text, at in (("Subtotal", 4), ("Grand Total", len(table.rows) + 1)):
        row = [""] * len(table.header)
        row[0] = text
        number = (
            table.fields.index(NUMBER[table.contract.kind])
            if (NUMBER[table.contract.kind] in table.fields)
            else 1
        )
        row[number] = "999"
        table.rows.insert(at, row)


def remarks_below(table: Table) -> None:
    width = len(table.header)
    table.rows.append([""] * width)
    for text in ("Source: finance system, July", "* preliminary figures"):
        table.rows.append([text] + [""] * (width - 1))


def the_header_again(table: Table) -> None:
    table.rows.insert(4, list(table.header))


def dressed_totals(table: Table) -> None:
    """Totals that say so otherwise, or only by what they add up to."""
    named = [
        place
        for place, each in enumerate(table.fields)
        if each and table.contract.field(each).filled and table.contract.field(each).kind == "text"
    ]
    if not named:
        return
    for text, at in (("TTL", 4), ("T O T A L", len(table.rows) + 1)):
        row = [""] * len(table.header)
        row[named[0]] = text
        table.rows.insert(at, row)


def everything_at_once(table: Table) -> None:
    for layout in (blank_rows, totals, remarks_below, title_rows):
        layout(table)


# --- How it is written ----------------------------------------------------------------------------


def _as_text(table: Table, separator: str = ",", end: str = "\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(table.rows)
    return out.getvalue()


def plain_csv(table: Table, path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(_as_text(table).encode("utf-8"))
    return path


def windows_semicolons(table: Table, path: Path) -> Path:
    path = path.with_suffix(".csv")
    text = _as_text(table, ";", "\r\n").translate({0x200B: None, 0xFFFD: None, 0x2212: "-"})
    path.write_bytes(text.encode("cp1252"))
    return path


def utf16_tabs(table: Table, path: Path) -> Path:
    path = path.with_suffix(".txt")
    path.write_bytes(_as_text(table, "\t", "\r\n").encode("utf-16"))
    return path


def bom_old_mac_ends(table: Table, path: Path) -> Path:
    path = path.with_suffix(".csv")
    path.write_bytes(_as_text(table, ",", "\r").encode("utf-8-sig"))
    return path


def excel(table: Table, path: Path) -> Path:
    """Numbers and days as Excel stores them; all else as text."""
    path = path.with_suffix(".xlsx")
    book = openpyxl.Workbook()
    sheet = book.active
    if table.from_1904:
        book.epoch = CALENDAR_MAC_1904
    kinds = {each.name: each.kind for each in table.contract.fields}
    for number, row in enumerate(table.rows, start=1):
        for place, text in enumerate(row):
            name = table.fields[place] if place < len(table.fields) else ""
            typed = _typed(text, kinds.get(name, "text")) if row is not table.header else text
            if typed is not None:
                sheet.cell(number, place + 1, typed)
            if any(row is each and place == at for each, at in table.percents):
                sheet.cell(number, place + 1).number_format = "0%"
        if any(row is each for each in table.hide):
            sheet.row_dimensions[number].hidden = True
    book.save(path)
    return path


def _typed(text: str, kind: str) -> object:
    if not text:
        return None
    if kind in ("money", "number", "share", "whole"):
        try:
            return int(text) if kind == "whole" else float(text)
        except ValueError:
            return text
    if kind == "day":
        try:
            return datetime.strptime(text, "%Y-%m-%d")
        except ValueError:
            return text
    return text


CELLS = (
    untouched,
    a_word_for_a_number,
    an_empty_cell,
    a_copied_row,
    dollars_and_commas,
    brackets_and_the_minus_behind,
    european,
    thousands_or_decimals,
    both_marks,
    *map(_days, ("%m/%d/%Y", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%y", "%m/%d/%Y 00:00")),
    a_day_in_two_ways,
    a_day_that_never_was,
    a_failed_formula,
    a_formula_as_text,
    garbled_letters,
    lost_letters,
    digits_of_another_script,
    an_id_that_a_spreadsheet_cut,
    hard_spaces,
    an_unseen_character,
    accents,
    not_known,
    a_code_for_a_fiscal_year,
    a_fiscal_year_of_two_digits,
    an_email_in_a_text,
    a_social_security_number_in_a_text,
    a_phone_in_a_text,
    a_name_in_a_number,
    two_funds_in_a_cell,
    an_id_that_became_a_date,
    _social("219–09–9999", "long_dashes"),
    _social("219 09 9999", "blanks"),
    _social("219.09.9999", "points"),
    _social("２１９-０９-９９９９", "other_digits"),
    a_hidden_count,
    a_footnote_behind_a_number,
    more_events_than_people,
    a_percentage_of_a_position,
    an_answer_of_0,
    a_row_that_excel_hides,
    a_calendar_from_1904,
    a_share_in_percent_format,
    an_extra_column,
    a_column_without_a_heading,
    a_near_miss,
    other_words_in_headings,
    one_column_twice,
    a_missing_column,
    _personal("Date of birth", "1984-02-11"),
    _personal("Employee Name", SECRET),
    _personal("Home Address", "12 Elm Street"),
    _personal("Email", "q@example.org"),
    _personal("Client ID", "C-3391"),
    personal_values_under_a_harmless_heading,
)
LAYOUTS = (
    as_it_is,
    title_rows,
    blank_rows,
    totals,
    remarks_below,
    the_header_again,
    dressed_totals,
    everything_at_once,
)
FORMS = (plain_csv, windows_semicolons, utf16_tabs, bom_old_mac_ends, excel)
# These need letters that the Windows code page does not have.
_NO_WINDOWS = {
    "a_social_security_number_with_other_digits",
    "garbled_letters",
    "lost_letters",
    "digits_of_another_script",
    "an_unseen_character",
    "brackets_and_the_minus_behind",
}


def tables(folder: Path) -> Iterator[tuple[str, Table, Path]]:
    """Each hostile file: its name in words, what is known of it, and where it was written.

    Each way of spoiling cells meets each kind; layouts and forms take turns, so that all pairs
    come about without writing every combination.
    """
    turns = itertools.count()
    for kind in FILES:
        for spoil in CELLS:
            for _ in range(2):
                turn = next(turns)
                layout = LAYOUTS[turn % len(LAYOUTS)]
                form = FORMS[(turn // 2 + turn) % len(FORMS)]
                table = good(kind)
                if spoil(table) is False:
                    break
                layout(table)
                if form is windows_semicolons and spoil.__name__ in _NO_WINDOWS:
                    form = plain_csv
                if table.excel_only:
                    form = excel
                if form is excel and table.text_only:
                    form = bom_old_mac_ends
                name = f"{kind}: {spoil.__name__}, {layout.__name__}, {form.__name__}"
                yield name, table, form(table, folder / f"file é {turn}")
