"""Say the questions that are tables: to sort, to match, a matrix, a card, flaws, cells to fill."""

from collections.abc import Mapping
from string import ascii_uppercase

from groundwork.cohort.told.markdown import items, one_line, quoted, table
from groundwork.cohort.told.words import answers, bare, letters, prompt, sheet, vote, wrong
from groundwork.learner.numerals import plain
from groundwork.learner.papers.model import BOX
from groundwork.learner.questions import Card, Flaw, Match, Matrix, Sort, Table


@vote.register
def _vote_sort(question: Sort) -> str:
    things = "\n".join(
        f"{number}. {one_line(each.text)}" for number, each in enumerate(question.items, start=1)
    )
    return f"{prompt(question)}\n\n{items(_places(question))}\n\n{things}"


@sheet.register
def _sheet_sort(question: Sort) -> str:
    rows = [[each.text, ""] for each in question.items]
    made = table(["What", "Letter"], rows)
    return f"{bare(question)}\n\n{items(_places(question))}\n\nThe letter of its place:\n\n{made}"


@sheet.register
def _sheet_match(question: Match) -> str:
    rows = [[each.text, ""] for each in question.items]
    left = " ".join(question.promises())
    made = table(["What", "Letter"], rows)
    return f"{bare(question)} {left}\n\n{items(_places(question))}\n\nWhich fits which:\n\n{made}"


@answers.register
def _answers_of_sort(question: Sort) -> str:
    letter = letters(question)
    places = {each.name: f"{letter[each.name]}. {each.text}" for each in question.categories}
    rows = [[each.text, places[each.category]] for each in question.items]
    return _and_why(question, f"Where each belongs:\n\n{table(['What', 'Where'], rows)}")


@wrong.register
def _wrong_of_sort(question: Sort) -> str:
    places = {each.name: one_line(each.text) for each in question.categories}
    lines = []
    for item in question.items:
        wrong_in: dict[str, list[str]] = {}
        for place, reply in item.replies.items():
            wrong_in.setdefault(one_line(reply), []).append(f"**{places[place]}**")
        if item.reply:
            wrong_in.setdefault(one_line(item.reply), []).append("any other")
        lines += [f"- {quoted(item.text)}"] if wrong_in else []
        lines += [
            f"  - Under {' or '.join(each)} the page says: “{reply}”"
            for reply, each in wrong_in.items()
        ]
    return "\n".join(lines)


def _legend(question: Matrix) -> str:
    return items(f"**{each.name}** {one_line(each.text)}" for each in question.letters)


@vote.register
def _vote_matrix(question: Matrix) -> str:
    columns = ", ".join(one_line(each.text) for each in question.columns)
    rows = "\n".join(
        f"{number}. {one_line(row.text)}" for number, row in enumerate(question.rows, start=1)
    )
    return f"{prompt(question)}\n\n{_legend(question)}\n\nIn each row: {columns}.\n\n{rows}"


@sheet.register
def _sheet_matrix(question: Matrix) -> str:
    columns = ["Decision", *(each.text for each in question.columns)]
    made = table(columns, [[row.text, *[""] * len(question.columns)] for row in question.rows])
    told = " ".join([bare(question), *question.promises()])
    return f"{told}\n\n{_legend(question)}\n\nA letter, or nothing, in each cell:\n\n{made}"


@answers.register
def _answers_of_matrix(question: Matrix) -> str:
    columns = ["Decision", *(each.text for each in question.columns)]
    rows = []
    for row in question.rows:
        keys = (row.key.get(each.name) for each in question.columns)
        rows.append(
            [row.text, *(" or ".join(filter(None, key)) if key and key[0] else "–" for key in keys)]
        )
    made = f"Filled in, with “–” where a cell stays empty:\n\n{table(columns, rows)}"
    return _and_why(question, made)


@wrong.register
def _wrong_of_matrix(question: Matrix) -> str:
    columns = {each.name: one_line(each.text) for each in question.columns}
    letters = {each.name: one_line(each.text) for each in question.letters}
    lines = []
    for row in question.rows:
        lines.append(f"- {quoted(row.text)}")
        for named, reply in row.replies.items():
            column, _, letter = named.partition(" ")
            given = f"“{letters[letter]}”" if letter in letters else "nothing"
            lines.append(f"  - **{columns[column]}** with {given}: the page says: {quoted(reply)}")
        if row.reply:
            lines.append(f"  - Anything else: the page says: {quoted(row.reply)}")
    for letter, reply in question.too_many.items():
        lines.append(f"- “{letters[letter]}” where it is too many: the page says: {quoted(reply)}")
    return "\n".join(lines)


@vote.register
def _vote_card(question: Card) -> str:
    fields = (f"**{each.label}.** {_choices(each.options)}" for each in question.fields)
    return f"{prompt(question)}\n\n{items(fields)}"


@sheet.register
def _sheet_card(question: Card) -> str:
    rows = [[f"{each.label}. {_choices(each.options)}", ""] for each in question.fields]
    return f"{bare(question)}\n\n{table(['Field', 'Your entry'], rows)}"


@answers.register
def _answers_of_card(question: Card) -> str:
    rows = []
    for field in question.fields:
        right = next((option.text for option in field.options if option.right), "")
        rows.append([field.label, right if field.right is None else plain(field.right, ",")])
    return _and_why(question, f"A card that holds:\n\n{table(['Field', 'Entry'], rows)}")


@wrong.register
def _wrong_of_card(question: Card) -> str:
    lines = []
    for field in question.fields:
        texts = {option.name: option.text for option in field.options}
        lines += [
            f"- **{field.label}**, {quoted(texts.get(str(entry), str(entry)))}: "
            f"the page says: {quoted(reply)}"
            for entry, reply in field.wrong_entries()
        ]
    return "\n".join(lines)


@vote.register
def _vote_flaw(question: Flaw) -> str:
    return f"{prompt(question)}\n\n{items(_parts(question))}"


@sheet.register
def _sheet_flaw(question: Flaw) -> str:
    return f"{bare(question)}\n\n{items(f'{BOX} {each}' for each in _parts(question))}"


@answers.register
def _answers_of_flaw(question: Flaw) -> str:
    lines = [
        f"**{letter}** is {'a flaw' if part.flawed else 'sound'}."
        + (f" The page says: {quoted(part.reply)}" if part.reply else "")
        for letter, part in zip(ascii_uppercase, question.parts, strict=False)
    ]
    return f"Flaws and sound parts:\n\n{items(lines)}"


@wrong.register
def _wrong_of_flaw(question: Flaw) -> str:
    return items(
        f"**{letter}.** {quoted(part.text)} "
        f"{'Passed over' if part.flawed else 'Marked, and it is sound'}: "
        f"the page says: {quoted(part.reply)}"
        for letter, part in zip(ascii_uppercase, question.parts, strict=False)
        if part.reply
    )


@sheet.register
def _sheet_table(question: Table) -> str:
    told = " ".join([bare(question), *question.promises()])
    return f"{told}\n\nTo fill in:\n\n{_cells(question, {each.id: '' for each in question.cells})}"


@answers.register
def _answers_of_table(question: Table) -> str:
    right = {each.id: plain(each.right, ",") for each in question.cells}
    return _and_why(question, f"Filled in:\n\n{_cells(question, right)}")


@wrong.register
def _wrong_of_table(question: Table) -> str:
    return items(
        f"**{one_line(each.prompt)}**, {plain(slip.value, ',')}: the page says: "
        f"{quoted(slip.reply)}"
        for each in question.cells
        for slip in each.slips
    )


KINDS = (Sort, Match, Matrix, Card, Flaw, Table)


def _and_why(question: Sort | Matrix | Card | Table, made: str) -> str:
    """Return a filled table with what the page says to whoever filled it so."""
    return f"{made}\n\nThe page says: {quoted(question.why)}" if question.why else made


def _cells(question: Table, filled: Mapping[str, str]) -> str:
    """Return the table with its open cells, written as [name], filled in."""
    named = {f"[{id}]": text for id, text in filled.items()}
    rows = [[named.get(each, each or "–") for each in row] for row in question.rows]
    return table([each or "What" for each in question.columns], rows)


def _places(question: Sort) -> list[str]:
    return [
        f"**{letter}.** {one_line(each.text)}"
        for letter, each in zip(ascii_uppercase, question.categories, strict=False)
    ]


def _parts(question: Flaw) -> list[str]:
    return [
        f"**{letter}.** {one_line(part.text)}"
        for letter, part in zip(ascii_uppercase, question.parts, strict=False)
    ]


def _choices(options: tuple[object, ...]) -> str:
    return " / ".join(one_line(str(getattr(each, "text", ""))) for each in options)
