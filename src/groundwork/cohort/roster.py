"""Who is in a cohort: read from a CSV file as HR or a sign-up form exports it."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

from groundwork.cohort.course_folder import is_safe_id
from groundwork.learner import kept_files
from groundwork.subject.errors import UserError

# Headings in small letters and without anything but letters, the likelier first.
IDS = (
    *("id", "username", "userid", "login", "account", "networkid", "employeeid", "employeenumber"),
    *("empid", "empno", "emplid", "employeeno", "staffid", "personnelnumber", "participantid"),
    *("workerid", "personnumber", "participantnumber", "associateid", "pernr", "samaccountname"),
    *("eid", "number"),
)
EMAILS = (
    *("email", "emailaddress", "workemail", "workemailaddress", "mail", "emailwork"),
    *("primaryemail", "primaryworkemail", "emailprimarywork", "businessemail", "officeemail"),
    *("businessemailaddress", "companyemail", "emailid", "userprincipalname", "upn"),
)
FIRSTS = (
    *("firstname", "first", "givenname", "givennames", "preferredfirstname", "preferredname"),
    *("legalfirstname", "forename"),
)
LASTS = ("lastname", "last", "surname", "familyname", "legallastname")
NAMES = (
    *("name", "fullname", "employeename", "legalname", "workername", "worker", "employee"),
    *("participant", "participantname", "learner", "attendee", "staffname", "staffmember"),
    *("associatename", "lastnamefirstname", "lastfirst", "displayname"),
)
SUPERVISES = ("supervises", "supervisesothers", "issupervisor")  # "Supervisor" names one elsewhere
YES, NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0")
Cells = Mapping[str, str]  # what a row holds, by what its column means
KNOWN = {"id", "email", "name", "last"}
BETWEEN = ",;\t"
NOTHING = ("n/a", "#n/a", "na", "none", "null", "tbd", "-", "--")  # in a cell of an id or address
# What a page or a chat puts between letters, and what turns or moves them on a screen.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
BELOW = re.compile(  # what a report says of itself below its last row
    r"((grand )?total|count|records?|rows?)s?( of \w+)?\s*[:=]?\s*[\d,]*$|[\d,]+ \w+( \w+)?$"
    r"|end of (report|list|file)|page \d+ of \d+"
    r"|(report )?(generated|printed|exported)( on| by| at)?[: ]|report (run|date)[: ]"
    r"|(run|date)(( on| by| at) |:| .*\d)",  # alone these are names of people
    re.IGNORECASE,
)
# What a list is marked with: a word, or a sentence that says it in passing.
MARK = re.compile(r"((strictly|highly|private (and|&)|privileged (and|&))\s+)*confidential", re.I)
MARKED = re.compile(
    rf"\W*({MARK.pattern})\b|.*(\w use only|do not (distribute|share|copy|forward))\b"
    r"|(\S+\s+){2,}\W*confidential\b|.*\bconfidential\W(\s*\S+){3,}",
    re.IGNORECASE,
)
LONE = re.compile(rf"\W*({MARK.pattern})\W*", re.IGNORECASE)
ABOVE = 10  # lines above the headings that are looked through
EXAMPLE = "Number\n101\n102"


@dataclass(frozen=True)
class Person:
    """Somebody in a cohort; the id is what nbgrader, its exchange and folders call them.

    `supervises` is whether they supervise somebody in it, None where the roster does not say.
    """

    id: str
    first: str = ""
    last: str = ""
    email: str = ""
    supervises: bool | None = None

    def shown(self) -> str:
        """Return the name with the id, for whoever runs the cohort."""
        name = f"{self.first} {self.last}".strip()
        return f"{name} ({self.id})" if name else self.id


def read(path: Path) -> list[Person]:
    """Return the people of a roster.

    The file has a row of headings. It needs a column of ids, of e-mail addresses or of names; where
    there is no id, the e-mail address before its @ is the id, or else the name.

    Raises
    ------
    UserError
        Naming row and column of the first thing that cannot be used.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path} could not be read ({error.strerror}).",
            "Look at how it is written, and close it in other programs.",
        ) from None
    if content[:2] == b"PK":
        raise UserError(
            f"{path} is an Excel workbook.", "In Excel, save it as “CSV UTF-8”, and give that file."
        )
    rows = _rows(kept_files.decode(content), path)
    if not rows:
        raise UserError(f"{path} holds no rows.", f"It should begin like this:\n{EXAMPLE}")
    # A report begins with lines about itself, above its headings.
    known = (number for number, row in enumerate(rows[:ABOVE]) if KNOWN & _columns(row[1]).keys())
    first = next(known, 0)
    at, headings = rows[first]
    columns = _columns(headings)
    if not KNOWN & columns.keys():
        shown = ", ".join(filter(None, headings)) or "none"
        raise UserError(
            f"{path}, row {at}: no column of ids, e-mail addresses or names. The headings there "
            f"are: {shown}.",
            "Put the heading Number, Email or Name right above the first person, as here:\n"
            f"{EXAMPLE}",
        )
    people: dict[str, Person] = {}
    rows_of: dict[str, int] = {}
    lone, is_below = 0, False  # the row of a mark that stands alone, and if a page ends before it
    for number, cells in rows[first + 1 :]:
        found = {
            name: cells[place] if place < len(cells) else "" for name, place in columns.items()
        }
        if not any(found.values()):
            continue
        if _is_of_the_report(cells, headings, found):
            is_lone = bool(LONE.fullmatch("".join(cells)))
            lone, is_below = number if is_lone and not is_below else 0, not is_lone
            continue
        if lone:
            raise UserError(
                f"{path}, row {lone}: “{''.join(dict(rows)[lone])}” stands there alone, between "
                "people.",
                "Is it somebody whose name is withheld? Give them an id in a column “id”. Else "
                "take the row out.",
            )
        is_below = False
        if any(cells[len(headings) :]):
            raise UserError(
                f"{path}, row {number}: there are {len(cells)} cells, and {len(headings)} "
                "headings. A comma in a name makes two cells of it.",
                'Put the name into quotes, as in "Doe, Jane".',
            )
        person = _person(found, path, number, headings, columns)
        if (same := person.id.casefold()) in rows_of:
            is_named = found.get("id") or found.get("email")
            if is_named and people.get(person.id) == person:  # who holds two positions
                continue
            raise UserError(
                f"{path}, row {number}: {person.id} is in row {rows_of[same]} too.",
                "Leave one of the two rows, or give them different ids in a column “id”.",
            )
        rows_of[same] = number
        people[person.id] = person
    if not people:
        raise UserError(f"{path} has headings and nobody below them.", "Add a row for each person.")
    return list(people.values())


def _rows(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something with their numbers, by whatever stands between cells."""
    first = [line for line in text.splitlines() if line.strip()][:ABOVE]
    known = (
        each
        for line in first
        for each in BETWEEN
        if each in line and KNOWN & _columns(line.split(each)).keys()
    )
    between = next(known, "") or max(BETWEEN, key="".join(first[:1]).count)
    reader = csv.reader(io.StringIO(text), delimiter=between)
    try:
        rows = [(at, list(map(_plain, row))) for at, row in enumerate(reader, start=1)]
    except csv.Error:
        raise UserError(
            f"{path}, row {reader.line_num}: a quotation mark opens there, and none closes it.",
            "Take it out, or save the file from Excel as “CSV UTF-8” once more.",
        ) from None
    return [(number, row) for number, row in rows if any(row)]


def _plain(cell: str) -> str:
    return " ".join(UNSEEN.sub("", cell).split())


def _is_of_the_report(cells: Sequence[str], headings: Sequence[str], found: Cells) -> bool:
    """Whether a row is no person's: headings on a new page, or what stands below the last row."""
    if [each.casefold() for each in cells] == [each.casefold() for each in headings]:
        return True
    filled = [each for each in cells if each]
    is_single = len(filled) == 1
    is_nobodys = is_single or not any(found.get(name) for name in ("id", "email", "first"))
    return bool((is_nobodys and BELOW.match(filled[0])) or (is_single and MARKED.match(filled[0])))


def _columns(headings: Sequence[str]) -> dict[str, int]:
    own = [re.sub(r"\(.*\)", "", each) or each for each in headings]
    if sum(map(bool, own)) > 1:  # one alone may be the title of a report
        own = [MARK.sub("", each) or each for each in own]
    plain = [re.sub(r"[^a-z]", "", heading.casefold()) for heading in own]
    found = {}
    wanted = {"id": IDS, "email": EMAILS, "first": FIRSTS, "last": LASTS, "name": NAMES}
    wanted |= {"supervises": SUPERVISES}
    for name, known in wanted.items():
        place = next((plain.index(each) for each in known if each in plain), None)
        if place is not None:
            found[name] = place
    return found


def _person(
    found: Cells,
    path: Path,
    number: int,
    headings: Sequence[str],
    columns: Mapping[str, int],
) -> Person:
    first, last = found.get("first", ""), found.get("last", "")
    if not first and not last:
        name = found.get("name", "")
        first, last = _parted(re.sub(r"\s*\([^)]*\)$", "", name) or name)  # "Jane Doe (On Leave)"
    found = {
        name: "" if name in ("id", "email") and each.casefold() in NOTHING else each
        for name, each in found.items()
    }
    email = found.get("email", "").removeprefix("mailto:")
    email = parseaddr(email)[1] if "<" in email else email  # as Outlook copies one
    source = next((each for each in ("id", "email") if found.get(each)), "name")
    id = found.get("id") or email.partition("@")[0] or f"{first} {last}"
    id = re.sub(r"^(\d+)\.0$", r"\1", id)  # a number, as spreadsheets export a column of them
    if source == "email":
        id = re.sub(r"['’+]+", ".", id)
    if source == "name":
        id = re.sub(r"[^a-z0-9]+", ".", kept_plain(id)).strip(".")
    if not is_safe_id(id):
        heading = headings[columns[source]] if source in columns else "name"
        raise UserError(
            f"{path}, row {number}, column “{heading}”: {id!r} cannot be an id. Ids are letters "
            "and digits, with . _ - or @ between them, at most 64.",
            "Put another into a column “id”, for example jdoe.",
        )
    return Person(id, first, last, email, _supervises(found.get("supervises", ""), path, number))


def _supervises(text: str, path: Path, number: int) -> bool | None:
    plain = text.casefold()
    if plain not in (*YES, *NO, ""):
        raise UserError(
            f"{path}, row {number}: {text!r} does not say whether somebody supervises others here.",
            "Write yes or no, or leave the cell empty.",
        )
    return plain in YES if plain else None


def kept_plain(text: str) -> str:
    """Return a name in small letters without accents, as folders and addresses write it."""
    import unicodedata

    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _parted(name: str) -> tuple[str, str]:
    """Return first and last name of "Doe, Jane" or "Jane Doe"."""
    if "," in name:
        last, _, first = name.partition(",")
        return first.strip(), last.strip()
    first, _, last = name.rpartition(" ")
    return first.strip(), last.strip()
