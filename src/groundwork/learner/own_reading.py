"""Read a file that a department brings, CSV of every sort or Excel, as raw cells.

Nothing is guessed silently: how a file was read (its letters, its separator, its sheet) is among
the notes.
"""

import dataclasses
import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from groundwork.learner.own_excel import read_workbook
from groundwork.learner.own_text import table_of
from groundwork.subject.errors import UserError
from groundwork.subject.own_data import personal
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.header_row import fields_named
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.sheet import Sheet

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_AS_EXCEL = "Open it in the program that made it, and save it as Excel (.xlsx) or CSV."
# What a file is by its first bytes, when it is not what its name says.
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file (gzip)"),
    (b"7z\xbc\xaf", "a packed file (7z)"),
    (b"Rar!", "a packed file (RAR)"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a data file (Parquet)"),
)
_SAVE_AS = (
    "Open it in Excel{}, choose File, Save As, and the type Excel Workbook (.xlsx); then check the "
    "new file."
)
_IN_ZIP = (
    (b"xl/workbook.bin", "an Excel file in the binary form (.xlsb)", _SAVE_AS.format("")),
    (b"Index/Document.iwa", "a Numbers file", "In Numbers choose File, Export To, Excel."),
    (b"Index.zip", "a Numbers file", "In Numbers choose File, Export To, Excel."),
    (b"word/document.xml", "a Word document", _AS_EXCEL),
    (b"ppt/presentation.xml", "a slide show", _AS_EXCEL),
    (
        b"application/vnd.oasis.opendocument",
        "an OpenDocument file (.ods)",
        _SAVE_AS.format(" or LibreOffice"),
    ),
)


def read(
    path: Path, contract: Contract, sheet: str | None = None, answers: Answers | None = None
) -> Sheet:
    """Read a file as raw cells, with notes on how it was read."""
    data = _bytes(path)
    name = path.name

    def count(rows: Sequence[Sequence[object]]) -> int:
        return fields_named(rows, contract)

    if data.startswith(b"PK\x03\x04"):
        for mark, what, fix in _IN_ZIP:
            if mark in data:
                raise UserError(f"{name} is {what}.", fix)
        packed = zipfile.is_zipfile(io.BytesIO(data))
        if packed and b"xl/" not in data and b"[Content_Types]" not in data:
            fix = "Right-click it, choose Extract All, and choose the file that comes out."
            raise UserError(f"{name} is a packed file (zip).", fix)
        return read_workbook(data, name, sheet, count)
    _refuse_other_kinds(data, name)
    if sheet is not None:
        raise UserError(f"{name} is a text file and has no sheets.", "Leave --sheet out.")
    text, letters, question = _decoded(data, name, answers or Answers())
    table = table_of(text, letters, contract, name)
    return dataclasses.replace(table, questions=(question,)) if question else table


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(f"{path} is a folder.", "Name one file in it.")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(f"There is no file {path}.", "Check the name and the folder.") from None
    except OSError as error:
        why = error.strerror or "the system refuses it"
        fix = "Close it in other programs, or copy it to a folder of yours."
        raise UserError(f"{path} cannot be opened: {why}.", fix) from None
    blank = b"\x00 \t\r\n"
    if not data[:1000].strip(blank) and not data.strip(blank):
        raise UserError(f"{path.name} is empty.", "Export it again, or choose another file.")
    return data


def _refuse_other_kinds(data: bytes, name: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            fix = "Open it in Excel, and save a copy without a password on a safe drive."
            raise UserError(f"{name} is locked with a password.", fix)
        raise UserError(
            f"{name} is an old Excel file (.xls) or another old document.", _SAVE_AS.format("")
        )
    for mark, what in _OTHERS:
        if data.startswith(mark):
            raise UserError(f"{name} is {what}, not a table.", _AS_EXCEL)
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise UserError(f"{name} is a web page or XML, whatever its name says.", _AS_EXCEL)


def _decoded(data: bytes, name: str, answers: Answers) -> tuple[str, str, Question | None]:
    """Turn bytes into text; give how in words, or "" for plain UTF-8, and what is to be asked."""
    no_text = UserError(f"{name} is no text file, or it is damaged.", _AS_EXCEL)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                raise no_text from None
            said = encoding.removesuffix("-sig").upper()
            how = f"letters were read as {said}, as the byte-order mark at its start says"
            return text, how, None
    if b"\x00" in data:
        # Text in two bytes a letter has a zero in every second place.
        even, odd = data[0:400:2].count(0), data[1:400:2].count(0)
        if min(even, odd) > 0 or max(even, odd) < len(data[:400]) // 4:
            raise no_text
        encoding = "utf-16-le" if odd else "utf-16-be"
        try:
            return data.decode(encoding), "letters were read as UTF-16, two bytes a letter", None
        except UnicodeDecodeError:
            raise no_text from None
    try:
        return data.decode("utf-8"), "", None
    except UnicodeDecodeError:
        return _old_letters(data, no_text, answers)


# What programs wrote before UTF-8: what to call it, its name in Python, and where it came from.
_OLD = (
    ("windows", "cp1252", "Windows, Western Europe and America"),
    ("mac", "mac_roman", "an older Macintosh"),
    ("dos", "cp850", "DOS and some old mainframes"),
    ("windows-2", "cp1250", "Windows, Central Europe"),
)


def _old_letters(
    data: bytes, no_text: UserError, answers: Answers
) -> tuple[str, str, Question | None]:
    """Read letters of an older encoding as the person says; ask, with the words in question."""
    read: dict[str, str] = {}
    choices = []
    for said, encoding, where in _OLD:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        # A control character in the middle of a text was no letter to begin with.
        if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]", text):
            continue
        words = ", ".join(_words_with_marks(text))
        if words not in read.values():
            read[said] = words
            choices.append((said, f"{words} ({where})"))
    if not choices:
        raise no_text
    question = choose(
        "letters",
        "The file does not say how its letters are written. Which of these words are right? If "
        "none is, open the file in the program that made it, and save it there as Excel (.xlsx).",
        choices,
    )
    said = answers.chosen(question)
    encoding = {name: encoding for name, encoding, _ in _OLD}[said or choices[0][0]]
    where = {name: where for name, _, where in _OLD}[said or choices[0][0]]
    how = f"letters were read as those of {where}" + (", as you said" if said else ", for now")
    return data.decode(encoding), how, None if said else question


def _words_with_marks(text: str) -> list[str]:
    """Give some words that hold a letter outside of plain English, each once."""
    words = re.findall(r"[^\s,;|\t\"]*[^\x00-\x7f][^\s,;|\t\"]*", text)
    return [personal.shown(word) for word in list(dict.fromkeys(words))[:4]]
