"""The empty file of a kind, and the dictionary that goes beside it."""

from groundwork.subject.own_data.contract import Contract, Spec


def header(contract: Contract) -> list[str]:
    """Give the headings of the empty file."""
    return [field.name for field in contract.fields]


def dictionary_rows(contract: Contract) -> list[list[str]]:
    """Give the dictionary as rows: the column, whether it is needed, what it holds, an example."""
    rows = [["column", "needed", "what stands in it", "how it is written", "example"]]
    for field in contract.fields:
        rows.append([field.name, _needed(field), field.meaning, field.expected, field.example])
    return rows


def dictionary_text(contract: Contract) -> str:
    """Write the dictionary as a page of Markdown."""
    lines = [f"# {contract.title}: what stands in each column", "", contract.one_row, ""]
    lines.append(
        "Leave people's names, dates of birth, addresses, phone numbers, email addresses and "
        "client numbers out: a file with such columns is refused."
    )
    lines += ["", *(f"Keep in mind: {caution}" for caution in contract.cautions)]
    rows = [[cell.replace("|", "\\|") for cell in row] for row in dictionary_rows(contract)]
    lines += ["", f"| {' | '.join(rows[0])} |", f"|{' --- |' * len(rows[0])}"]
    lines += [f"| {' | '.join(row)} |" for row in rows[1:]]
    if contract.question:
        lines += ["", f"Each other column: {contract.question.meaning} Head it with its words."]
    check = f"groundwork data check YOUR_FILE --as {contract.kind}"
    lines += ["", f"Check it when it is filled in: `{check}`", ""]
    return "\n".join(line for at, line in enumerate(lines) if line or not at or lines[at - 1])


def _needed(field: Spec) -> str:
    if not field.required:
        return "may be left out"
    return "yes, in each row" if field.filled else "yes; cells may be empty"
