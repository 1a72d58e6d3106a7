"""Say which column holds what: what is certain is taken, what is likely is proposed and asked."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from groundwork.subject.errors import UserError
from groundwork.subject.own_data import dates, numbers, sides
from groundwork.subject.own_data.cells import Shown, hides, is_blank, says_nothing, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Contract, Spec
from groundwork.subject.own_data.headings import INVENTED, known_headings, simple
from groundwork.subject.own_data.questions import ASIDE, MAP, YES, Answers, Choice, Question
from groundwork.subject.own_data.report import Note, Problem, Seen

_LOOK_AT = 300
_CHOICES = 12
_SHOWN = 2
_NO_SUM = {
    *(
        "account",
        "code",
        "percent",
        "pct",
        "id",
        "number",
        "fips",
        "year",
        "zip",
        "share",
        "object",
    ),
    *("fund", "org", "date", "rate", "grade"),
}


@dataclass
class Mapped:
    """What was found out about columns. The fields are written into the columns themselves."""

    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    proposed: dict[int, Spec] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    drop: list[tuple[Column, frozenset[str]]] = field(default_factory=list)


def map_columns(
    columns: Sequence[Column],
    contract: Contract,
    answers: Answers,
    known: Mapping[str, str],
    settled: Sequence[str],
    header: int,
) -> Mapped:
    """Give each column its field, and ask about those that are not certain.

    Parameters
    ----------
    columns
        Every column, with its cells below the header.
    contract
        What the file is to hold.
    answers
        What the person said.
    known
        The fields of a layout that is known, by the place of the column as text.
    settled
        Fields that come from elsewhere, such as years that stand side by side.
    header
        The place of the headings.
    """
    out = Mapped()
    row = (header + 1,)
    fixed = _as_answered(columns, contract, answers)
    for column in columns:
        if column.at in fixed:
            column.field = fixed[column.at]
        elif str(column.at) in known:
            column.field = contract.field(known[str(column.at)]) if known[str(column.at)] else None
    taken = {column.field.name for column in columns if column.field} | set(settled)
    names = known_headings(contract)
    by_name = {
        column.at: names[simple(column.heading)]
        for column in columns
        if column.at not in fixed
        and str(column.at) not in known
        and simple(column.heading) in names
        and names[simple(column.heading)].name not in taken
    }
    _take_by_name(columns, by_name, out, row)
    _name_lines(columns, contract, fixed, known)
    told = sides.find(columns, contract, fixed, answers)
    out.questions += told.questions
    out.drop += told.drop
    present = {column.field.name for column in columns if column.field} | set(settled)
    refused = {each.name for each in by_name.values()} - present
    twice = {at for at, each in by_name.items() if each.name in refused}
    enough = set(contract.one_of) if present & set(contract.one_of) else set()
    missing = [
        each
        for each in contract.fields
        if each.name not in present and each.name not in refused and each.name not in enough
    ]
    once = [column for column in columns if column.at not in twice]
    _propose(once, missing, contract, fixed, known, out)
    if out.proposed:
        if not answers.agreed:
            out.questions.append(_is_it_right(columns, out.proposed, row))
        for column in columns:
            column.field = out.proposed.get(column.at, column.field)
    present |= {each.name for each in out.proposed.values()}
    _ask_for_missing(columns, contract, present, answers, out, row)
    for column in columns:
        if column.field and column.heading != column.field.name and column.at >= 0:
            said = f'column {column.letter} "{column.heading}" was read as {column.field.name}'
            out.notes.append(Note(said))
    return out


def _as_answered(
    columns: Sequence[Column], contract: Contract, answers: Answers
) -> dict[int, Spec | None]:
    fixed: dict[int, Spec | None] = {}
    fields = {each.name: each for each in contract.fields}
    headings = ", ".join(f'{column.letter} "{column.heading}"' for column in columns[:40])
    for said, name in answers.columns.items():
        at = [c.at for c in columns if simple(c.heading) == simple(said) and c.heading]
        exact = [c.at for c in columns if c.heading == " ".join(said.split())]
        places = exact or at or [c.at for c in columns if c.letter == said.strip().upper()]
        if not places:
            raise UserError(f'There is no column "{said}".', f"The columns are: {headings}.")
        wanted = simple(name).replace(" ", "_")
        known = {simple(each).replace(" ", "_"): each for each in fields}
        if wanted == ASIDE:
            fixed.update(dict.fromkeys(places))
        elif wanted in known:
            for place in places[:1]:
                fixed[place] = fields[known[wanted]]
        else:
            raise UserError(
                f'"{name}" is nothing that a file of {contract.title.lower()} holds.',
                f'Say one of: {", ".join(fields)}; or "{ASIDE}" to leave the column aside.',
            )
    return fixed


def _take_by_name(
    columns: Sequence[Column], by_name: Mapping[int, Spec], out: Mapped, row: tuple[int, ...]
) -> None:
    """Take the columns whose headings are known; the field's own name wins over other words."""
    heading = {column.at: column.heading for column in columns}
    for each in {one.name: one for one in by_name.values()}.values():
        places = [at for at, one in by_name.items() if one is each]
        own = [at for at in places if simple(heading[at]) == simple(each.name)]
        if not own and len(places) > 1 and each.words_like:
            # Of "Department" and "Dept", or "fund" and "fund code", the first word called wins.
            ranks = [simple(word) for word in each.called]
            ordered = sorted(places, key=lambda at: ranks.index(simple(heading[at])))
            if not _are_alike([c for c in columns if c.at in places]):
                own = ordered[:1] if each.kind == "text" else []
        chosen = own if len(own) == 1 else places
        for column in columns:
            if column.at in chosen and len(chosen) == 1:
                column.field = each
        if len(chosen) > 1:
            letters = [c.letter for c in columns if c.at in chosen]
            which = " and ".join(
                f'{letter} "{heading[at]}"' for letter, at in zip(letters, chosen, strict=True)
            )
            fix = f'Delete one of them, or say which is right: --map "{letters[0]}={each.name}".'
            found = f"{len(chosen)} columns for {each.name}"
            out.problems.append(Problem(row, which, found, "one column", fix))


# Where no column says what a line is for, the first of these does.
_NAMES_OF_LINES = ("object description", "object name", "account name", "expense name", "name")


def _name_lines(
    columns: Sequence[Column],
    contract: Contract,
    fixed: Mapping[int, Spec | None],
    known: Mapping[str, str],
) -> None:
    """Take the name of a line's object as what it is for, where nothing else names the line."""
    one = next((each for each in contract.fields if each.name == "purpose"), None)
    if one is None or any(column.field is one for column in columns):
        return
    for words in _NAMES_OF_LINES:
        for column in columns:
            free = column.field is None and column.at not in fixed and str(column.at) not in known
            if free and simple(column.heading) == simple(words):
                column.field = one
                return


def _are_alike(columns: Sequence[Column]) -> bool:
    return len({simple(column.heading) for column in columns}) < len(columns)


def _propose(
    columns: Sequence[Column],
    missing: Sequence[Spec],
    contract: Contract,
    fixed: Mapping[int, Spec | None],
    known: Mapping[str, str],
    out: Mapped,
) -> None:
    """Propose columns for what is still wanted, by near names, by single words, by content."""
    free = [
        column
        for column in columns
        if column.field is None
        and column.at not in fixed
        and str(column.at) not in known
        and column.heading
    ]
    scores = []
    for order, one in enumerate(missing):
        for column in free:
            score = _score(column, one)
            if score and contract.key == (one.name,) and _comes_again(column):
                continue
            if score:
                scores.append((-score, order, column.at, one))
    used: set[str] = set()
    for _, _, at, one in sorted(scores, key=lambda each: each[:3]):
        # A rate beside its counts is theirs to give.
        given = one.name in contract.one_of and bool(used & set(contract.one_of))
        if at not in out.proposed and one.name not in used and not given:
            out.proposed[at] = one
            used.add(one.name)


def _score(column: Column, one: Spec) -> float:
    """How well a column fits a field: 0 when it cannot, up to 3."""
    heading = simple(column.heading)
    wanted = [simple(word) for word in (one.name, *one.called)]
    close = [each for each in get_close_matches(heading, wanted, n=3, cutoff=0.8)
             if _same_words(heading, each)]  # fmt: skip
    words = {word.rstrip("0123456789") for word in heading.split()} - _SMALL_WORDS
    like = {simple(word) for word in one.words_like}
    shared = len(words & like)
    if not close and not shared:
        return 0
    if not could_hold(column, one) or (not one.required and _has_errors(column)):
        return 0
    if one.numbered and 2 * len(column.different) < len(column.cells):
        return 0  # an id that comes again and again tells no rows apart
    if close:
        return 2.5
    # A long heading that shares one word is about something else: "Org 7 Org Description".
    share = shared / len(words)
    if not one.required and share < 0.5:
        return 0
    return 1 + share + shared / 100


_SMALL_WORDS = {"", "per", "of", "the", "at", "in", "for", "and", "a", "to", "by"}


def _comes_again(column: Column) -> bool:
    """Whether a filled cell comes twice: such an id tells no rows apart."""
    filled = sum(not is_blank(cell) for cell in column.cells)
    return filled > sum(not is_blank(cell) for cell in column.different)


def _same_words(heading: str, other: str) -> bool:
    """Whether only letters differ, word by word: "fund type" is no slip for "funding type"."""
    mine, theirs = heading.split(), other.split()
    if len(mine) != len(theirs):
        return len("".join(mine)) == len("".join(theirs)) or len(mine) == 1 or len(theirs) == 1
    return all(
        get_close_matches(a, [b], n=1, cutoff=0.75) for a, b in zip(mine, theirs, strict=True)
    )


def _has_errors(column: Column) -> bool:
    """Whether formulas failed in it: what is not needed is then not proposed."""
    return "#" in column.letters and bool(
        re.search(r"^#[A-Z/0!?]+$", column.all_text, re.MULTILINE)
    )


def _speaks(column: Column, one: Spec) -> bool:
    """Whether a heading speaks of a field, so that a few odd cells are mistakes to be told."""
    heading = simple(column.heading)
    called = {simple(word) for word in (one.name, *one.called)}
    like = {simple(word) for word in one.words_like}
    return heading in called or bool(set(heading.split()) & like)


def could_hold(column: Column, one: Spec) -> bool:
    """Say whether most cells of a column could be what a field holds."""
    texts = [text_of(cell) for cell in column.different[:_LOOK_AT] if not is_blank(cell)]
    if not texts:
        return False
    if one.kind in NUMERIC:
        some = [cell.value if isinstance(cell, Shown) else cell for cell in column.different]
        texts = [text_of(cell) for cell in some[:_LOOK_AT] if not is_blank(cell)]
        # A formula that was never computed and a mark for "not known" speak for no kind.
        texts = [text for text in texts if not text.startswith("=") and not says_nothing(text)]
        fit = sum(numbers.take_apart(text) is not None for text in texts)
        hidden = sum(hides(" ".join(text.casefold().split()), one) for text in texts)
        least = 0.5 if _speaks(column, one) else 0.8
        return fit + hidden >= least * len(texts) and fit > 0
    if one.kind == "fiscal year":
        return sum(dates.read_fiscal_year(text) is not None for text in texts) >= 0.8 * len(texts)
    if one.kind == "years" or (one.kind == "whole" and one.name == "year"):
        return sum(bool(_YEARS.fullmatch(text)) for text in texts) >= 0.8 * len(texts)
    if one.kind in ("choice", "yes or no"):
        return sum(text.casefold() in dict(one.words) for text in texts) >= 0.8 * len(texts)
    if one.kind == "day":
        fit = sum(_may_be_day(text) for text in texts if not says_nothing(text))
        return fit >= 0.5 * len(texts)
    if one.name == "district" and _PLACE_CODES & set(simple(column.heading).split()):
        return True
    if one.positions or (one.words_like and not one.code):
        return sum(any(map(str.isalpha, text)) for text in texts) >= 0.5 * len(texts)
    return True


def _has_numbers(column: Column) -> bool:
    texts = (text_of(cell) for cell in column.different[:_LOOK_AT])
    return any(numbers.take_apart(text) is not None for text in texts)


_PLACE_CODES = {simple(word) for word in ("fips", "zip", "zcta", "tract", "geoid", "postal")}


def _may_be_day(text: str) -> bool:
    found = dates.read_day(text, dates.MONTH_FIRST, "first")
    return isinstance(found, dates.Day) or isinstance(
        dates.read_day(text, dates.DAY_FIRST, "first"), dates.Day
    )


_YEARS = re.compile(r"(?:19|20)\d\d(?:\.0)?(?: ?[-–—/] ?(?:19|20)\d\d)?")


def _is_it_right(
    columns: Sequence[Column], proposed: Mapping[int, Spec], row: tuple[int, ...]
) -> Question:
    by_place = {column.at: column for column in columns}
    said = []
    for at, one in sorted(proposed.items()):
        column = by_place[at]
        said.append(
            f"  {column.name} is {one.name} ({one.meaning.rstrip('.')}): {examples(column)}"
        )
    seen = ", ".join(f'"{column.heading}"' for column in columns if column.heading)
    text = (
        "Are these columns right? Their headings are not known for certain.\n"
        + "\n".join(said)
        + f"\n  All headings that were seen: {seen}."
    )
    choices = [Choice(YES, "Yes, as proposed")]
    for at, one in sorted(proposed.items())[:_CHOICES]:
        heading = by_place[at].heading
        words = f'No: "{heading}" is not {one.name}'
        choices.append(Choice(f"{heading}={ASIDE}", words))
    where = " and ".join(by_place[at].name for at in sorted(proposed))
    return Question(MAP, text, tuple(choices), rows=row, column=where)


def examples(column: Column) -> str:
    """Show two cells of a column, and nothing that may be personal."""
    from groundwork.subject.own_data import personal

    if personal.by_heading(column.heading):
        return "(not shown)"
    texts = [text_of(cell) for cell in column.different[:20] if not is_blank(cell)]
    shown = ", ".join(personal.shown(text) for text in texts[:_SHOWN])
    return f"such as {shown}" if shown else "(empty)"


def _is_no(column: Column, one: Spec) -> bool:
    """Whether a heading says that a column of numbers is none that can be added up."""
    if one.kind not in ("money", "whole", "number"):
        return False
    words = set(simple(column.heading).split())
    if one.name == "salary" and words & {"hourly", "monthly", "annual", "pay", "salary"}:
        return False
    return ("%" in column.heading and not one.parts) or bool(words & _NO_SUM)


def seen(
    columns: Sequence[Column], proposed: Collection[int], refused: Collection[int]
) -> tuple[Seen, ...]:
    """Say of each column what it was read as; of a refused one, no cell."""
    headings = [simple(column.heading) for column in columns]
    return tuple(
        Seen(
            column.letter,
            column.heading,
            column.heading if column.heading and headings.count(each) == 1 else column.letter,
            column.field.name if column.field else ASIDE,
            "(not shown)" if column.at in refused else examples(column),
            column.at in proposed,
        )
        for column, each in zip(columns, headings, strict=True)
        if column.at >= 0 and column.field is not INVENTED
    )


def _ask_for_missing(
    columns: Sequence[Column],
    contract: Contract,
    present: set[str],
    answers: Answers,
    out: Mapped,
    row: tuple[int, ...],
) -> None:
    """Ask for each column that is needed and was not found, where none can be proposed."""
    wanted = [one for one in contract.fields if one.required and one.name not in present]
    if contract.one_of and not present & set(contract.one_of):
        wanted.append(contract.field(contract.one_of[0]))
    twice = {problem.found.rpartition(" for ")[2] for problem in out.problems}
    for one in wanted:
        if one.name in twice:
            continue
        said = answers.of(one.name)
        if one.typed and said:
            out.typed[one.name] = said
            out.notes.append(Note(f'{one.name} is "{said}" in every row, as you said'))
            continue
        if one.numbered:
            out.notes.append(Note(f"{one.name} is not in the file: each line got its row number"))
            continue
        open_now = [c for c in columns if c.field is None and c.heading and not _is_no(c, one)]
        # Where nothing fits, the person knows better: a column full of mistakes is still a column.
        free = [c for c in open_now if could_hold(c, one)] or [
            c for c in open_now if one.kind not in NUMERIC or _has_numbers(c)
        ]
        choices = [
            Choice(f"{c.heading}={one.name}", f"{c.name}, {examples(c)}") for c in free[:_CHOICES]
        ]
        seen = ", ".join(f'"{column.heading}"' for column in columns if column.heading)
        which = f"Which column is {one.name}? {one.meaning}"
        if one.typed:
            text = f"{which} None was found; say it once for the whole file, or name a column. "
            text += f"Headings that were seen: {seen}."
            choices = [Choice(one.example, f"In every row, in this form: {one.example}")]
            out.questions.append(Question(one.name, text, (), one.example, row))
            continue
        text = f"{which} It is needed, and no heading names it. Headings that were seen: {seen}."
        example = "" if choices else f"YOUR HEADING={one.name}"
        out.questions.append(Question(MAP, text, tuple(choices), example, row))


def read_under_own_name(columns: Sequence[Column]) -> list[Note]:
    """Name the columns whose headings are the names that are used here."""
    own = [c.field.name for c in columns if c.field and c.heading == c.field.name]
    return [Note(f"columns read under their own names: {', '.join(own)}")] if own else []


def as_kept(columns: Sequence[Column]) -> dict[str, str]:
    """Give what was found as answers for the next file of the kind: heading and field."""
    return {
        column.heading: column.field.name
        for column in columns
        if column.field and column.field is not INVENTED and column.heading and column.at >= 0
    }
