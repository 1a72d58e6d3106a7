"""Say which column holds what: what is certain is taken, what is likely is proposed and asked."""

from collections.abc import Collection, Mapping, Sequence

from groundwork.subject.errors import UserError
from groundwork.subject.own_data import limits, moments, sides
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import INVENTED, Contract, Spec
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.mapping_asked import Mapped, ask_for_missing, examples, is_it_right
from groundwork.subject.own_data.proposing import propose
from groundwork.subject.own_data.questions import ASIDE, Answers
from groundwork.subject.own_data.report import Note, Problem, Seen
from groundwork.subject.own_data.wording import simple


def map_columns(
    columns: Sequence[Column],
    contract: Contract,
    answers: Answers,
    roles: Mapping[int, str],
    settled: Collection[str],
    heads: Headings,
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
    roles
        The fields of columns whose use the form of the file says, by their place; "" leaves one
        aside.
    settled
        Fields that come from elsewhere, such as years that stand side by side.
    heads
        The headings of the table.
    """
    out = Mapped()
    row = (heads.at + 1,)
    answered = _as_answered(columns, contract, answers)
    fields = {each.name: each for each in contract.fields}
    fixed = {at: fields[role] if role else None for at, role in roles.items()} | answered
    for column in columns:
        column.field = fixed.get(column.at, column.field)
    taken = {column.field.name for column in columns if column.field} | set(settled)
    names = contract.headings
    by_name = {
        column.at: names[column.words]
        for column in columns
        if column.at not in fixed
        and column.words in names
        and names[column.words].name not in taken
    }
    _take_by_name(columns, by_name, out, row)
    _name_lines(columns, contract, fixed)
    moments.name_values(columns, contract, fixed, answers, out, row)
    limits.name_limits(columns, contract, fixed)
    told = sides.find_sides(columns, contract, answered, answers)
    out.questions += told.questions
    out.drop += told.drop
    present = {column.field.name for column in columns if column.field} | {*settled, *out.typed}
    refused = {each.name for each in by_name.values()} - present
    twice = {at for at, each in by_name.items() if each.name in refused}
    enough = set(contract.one_of) if present & set(contract.one_of) else set()
    missing = [
        each
        for each in contract.fields
        if each.name not in present and each.name not in refused and each.name not in enough
    ]
    once = [column for column in columns if column.at not in twice]
    out.proposed = propose(once, missing, contract, fixed)
    if out.proposed:
        if not answers.agreed:
            out.questions.append(is_it_right(columns, out.proposed, row))
        for column in columns:
            column.field = out.proposed.get(column.at, column.field)
    present |= {each.name for each in out.proposed.values()}
    ask_for_missing(columns, contract, present, answers, out, heads)
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
        at = [c.at for c in columns if c.words == simple(said) and c.heading]
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
    words = {column.at: column.words for column in columns}
    names_lines = any(one.name == "purpose" for one in by_name.values())
    for each in {one.name: one for one in by_name.values()}.values():
        places = [at for at, one in by_name.items() if one is each]
        own = [at for at in places if words[at] == each.headings[0]]
        # The words beside a code of its own name are wanted elsewhere where nothing names a line.
        if each.kind == "text" and not each.code and (names_lines or not own):
            said = {c.at for c in columns if any(map(str.isalpha, c.letters))}
            places = [at for at in places if at in said] or places  # a code beside a name is none
            own = [at for at in own if at in places]
        if not own and len(places) > 1 and each.words_like:
            # Of "Department" and "Dept", or "fund" and "fund code", the first word called wins.
            ordered = sorted(places, key=lambda at: each.headings.index(words[at], 1))
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
_NAMES_OF_LINES = ("object description", "object name", "account name", "account title",
                   "expense name", "name")  # fmt: skip


def _name_lines(
    columns: Sequence[Column],
    contract: Contract,
    fixed: Mapping[int, Spec | None],
) -> None:
    """Take the name of a line's object as what it is for, where nothing else names the line."""
    one = next((each for each in contract.fields if each.name == "purpose"), None)
    if one is None or any(column.field is one for column in columns):
        return
    for words in _NAMES_OF_LINES:
        for column in columns:
            free = column.field is None and column.at not in fixed
            if free and column.words == simple(words):
                column.field = one
                return


def _are_alike(columns: Sequence[Column]) -> bool:
    return len({column.words for column in columns}) < len(columns)


def seen(
    columns: Sequence[Column], proposed: Collection[int], refused: Collection[int]
) -> tuple[Seen, ...]:
    """Say of each column what it was read as; of a refused one, no cell."""
    headings = [column.words for column in columns]
    return tuple(
        Seen(
            column.letter,
            column.heading,
            column.heading if column.heading and headings.count(each) == 1 else column.letter,
            column.field.name if column.field else ASIDE,
            "(not shown)" if column.at in refused else examples(column),
            column.at in proposed,
            column.holds_days,
        )
        for column, each in zip(columns, headings, strict=True)
        if column.at >= 0 and column.field is not INVENTED
    )


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
