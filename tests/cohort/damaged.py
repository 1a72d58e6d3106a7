"""Hand-ins that were damaged on their way: the files that arrive, and what is whole in them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hand_ins import (
    JUDGED,
    LAST,
    MOST,
    NAME,
    NOTEBOOK,
    NUMBER,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
    in_the_first_format,
)

from groundwork.learner.answers import FILE

Change = Callable[[dict[str, Any]], None]
WHOLE = answers(SOLUTION)
LESS = MOST - JUDGED[NUMBER].points
LOST = MOST - JUDGED[LAST].points
RIGHT = f'"value": {SOLUTION[NUMBER]}'.encode()
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Damaged:
    """One kind: the files that arrive, the points of what is whole, what the line says.

    `points` is None where nothing can be read.
    """

    files: Callable[[bytes], Mapping[str, bytes]]
    points: float | None = MOST
    says: str = ""


def changed(page: bytes, change: Change) -> bytes:
    notebook = json.loads(page)
    change(notebook)
    return json.dumps(notebook).encode()


def named(notebook: dict[str, Any], id: str) -> dict[str, Any]:
    return next(cell for cell in notebook["cells"] if cell["id"] == id)


def paste_a_check_twice(notebook: dict[str, Any]) -> None:
    notebook["cells"].insert(3, dict(named(notebook, "q5-check")))


def split_the_code(notebook: dict[str, Any]) -> None:
    cell = named(notebook, "q5-code")
    lines = "".join(cell["source"]).splitlines(keepends=True)
    cell["source"] = lines[:2]
    notebook["cells"].insert(1, {**cell, "source": lines[2:], "metadata": {}})


def delete_checks(notebook: dict[str, Any]) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if "-check" not in cell["id"]]


def clear_metadata(notebook: dict[str, Any]) -> None:
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def forget_ids(notebook: dict[str, Any]) -> None:
    """Save as a program does that knows no ids of cells, such as Colab."""
    notebook["nbformat_minor"] = 0
    for number, cell in enumerate(notebook["cells"]):
        del cell["id"]
        cell["metadata"] = {"id": f"colab{number}", **cell["metadata"]}


def another_kernel(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}


def change_a_check(notebook: dict[str, Any]) -> None:
    named(notebook, "q1-check")["source"] = "pass"


def turn_a_check_into_text(notebook: dict[str, Any]) -> None:
    cell = named(notebook, "q1-check")
    cell["cell_type"] = "markdown"
    del cell["outputs"], cell["execution_count"]


def keep_nothing(notebook: dict[str, Any]) -> None:
    notebook["cells"] = []


def old_format(notebook: dict[str, Any]) -> None:
    notebook["worksheets"] = [{"cells": notebook.pop("cells")}]
    notebook["nbformat"] = 3


def without_the_end(content: bytes) -> bytes:
    """Cut before the answer to the last question that a program judges."""
    return content[: content.index(f'"{LAST}"'.encode())]


def without_the_start(content: bytes) -> bytes:
    return content[content.index(f'"{list(JUDGED)[1]}"'.encode()) :]


def with_a_large_text(content: bytes) -> bytes:
    return answers(SOLUTION | {"q10_gap": "long " * 2_000_000})


def paste_everything(notebook: dict[str, Any]) -> None:
    notebook["cells"] += notebook["cells"]


def paste_from_elsewhere(notebook: dict[str, Any]) -> None:
    cell = {"cell_type": "code", "id": "other", "metadata": {}, "outputs": []}
    notebook["cells"].insert(2, {**cell, "execution_count": 7, "source": "plot(another_table)"})


def turn_around(notebook: dict[str, Any]) -> None:
    notebook["cells"].reverse()


def merge_two_cells(notebook: dict[str, Any]) -> None:
    one, other = named(notebook, "q1-check"), named(notebook, "q2-check")
    one["source"] = "".join([*one["source"], "\n", *other["source"]])
    notebook["cells"].remove(other)


def as_vs_code_saves(notebook: dict[str, Any]) -> None:
    notebook["metadata"] = {"language_info": {"name": "python"}}
    for cell in notebook["cells"]:
        cell["metadata"] = {"vscode": {"languageId": "python"}, **cell["metadata"]}


def rename_grade_ids(notebook: dict[str, Any]) -> None:
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["grade_id"] += "-copy"


def forget_outputs(notebook: dict[str, Any]) -> None:
    for cell in notebook["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def fill_with_outputs(notebook: dict[str, Any]) -> None:
    output = {"output_type": "stream", "name": "stderr", "text": "x" * 5_000_000}
    named(notebook, "q1-check")["outputs"] = [output]


def page(change: Change, says: str = "") -> Damaged:
    return Damaged(lambda page: {FILE: WHOLE, NOTEBOOK: changed(page, change)}, says=says)


def notebook(content: Callable[[bytes], bytes], says: str = "", name: str = NOTEBOOK) -> Damaged:
    return Damaged(lambda page: {FILE: WHOLE, name: content(page)}, says=says)


def file(content: bytes, points: float | None = MOST, says: str = "", name: str = FILE) -> Damaged:
    return Damaged(lambda page: {name: content, NOTEBOOK: page}, points, says)


def copies(first: bytes, second: bytes, points: float, says: str) -> Damaged:
    other = "answers (Ana's conflicted copy 2026-11-21).json"
    return Damaged(lambda page: {FILE: first, other: second, NOTEBOOK: page}, points, says)


LATER = answers(WRONG, at="2026-11-21T08:00:00Z")
MERGED = b"<<<<<<< mine\n" + WHOLE + b"\n=======\n" + WHOLE + b">>>>>>>"
AGAIN = "saved again by another program"
CALLED = "The file of answers is called"
LEFT_OUT = "holds what the course does not write, which was left out"
KINDS: dict[str, Damaged] = {
    "a check pasted twice": page(paste_a_check_twice, "q5-check was there more than once"),
    "everything pasted twice": page(paste_everything, "were there more than once"),
    "a code cell split": page(split_the_code, "q5-code had been taken apart"),
    "two checks merged": page(merge_two_cells, "q2-check was missing"),
    "all cells turned around": page(turn_around, "stood in another order"),
    "checks deleted": page(delete_checks, "q1-check, q2-check, q3-check and 7 more were missing"),
    "all metadata cleared": page(clear_metadata, "were missing or had lost what marks them"),
    "names of cells changed": page(rename_grade_ids, "were missing or had lost what marks them"),
    "saved by Colab": page(forget_ids, AGAIN),
    "saved by VS Code": page(as_vs_code_saves, AGAIN),
    "another kernel": page(another_kernel, AGAIN),
    "outputs deleted": page(forget_outputs, AGAIN),
    "an output of 5 MB": page(fill_with_outputs),
    "a check changed": page(change_a_check, "q1-check was changed, and the released one was"),
    "a check turned into text": page(turn_a_check_into_text, "q1-check was changed"),
    "a cell of another notebook pasted": page(paste_from_elsewhere, "There is text in a cell"),
    "no cells": page(keep_nothing, "holds no cell; the answers do not need it"),
    "notebook format 3": page(old_format, AGAIN),
    "renamed to (1)": notebook(lambda page: page, "is called", f"{NAME} (1).ipynb"),
    "renamed to something else": notebook(lambda page: page, "is called", "my work.ipynb"),
    "notebook cut in the middle": notebook(lambda page: page[: len(page) // 2], "is damaged"),
    "notebook without its start": notebook(lambda page: page[len(page) // 2 :], "is damaged"),
    "notebook of 0 bytes": notebook(lambda page: b"", "could not be read; the answers do not"),
    "notebook of zeros": notebook(lambda page: b"\0" * 500, "could not be read"),
    "notebook of brackets": notebook(lambda page: b"[" * 100_000, "could not be read"),
    "notebook with a byte-order mark": notebook(lambda page: BOM + page, AGAIN),
    "notebook in UTF-16": notebook(lambda page: page.decode().encode("utf-16"), AGAIN),
    "notebook without a list of cells": notebook(lambda page: b'{"cells": 7}', "could not be"),
    "notebook with broken cells": notebook(
        lambda page: b'{"cells": [null, {"cell_type": "code"}]}', "is damaged"
    ),
    "notebook with merge conflicts": notebook(
        lambda page: b"<<<<<<< mine\n" + page + b"=======\n" + page, "is damaged"
    ),
    "notebook is a sign-in page": notebook(lambda page: b"<html>Sign in</html>", "could not be"),
    "answers alone": Damaged(lambda page: {FILE: WHOLE}),
    "answers with a byte-order mark": file(BOM + WHOLE, says=AGAIN),
    "answers in UTF-16": file(WHOLE.decode().encode("utf-16"), says=AGAIN),
    "answers with Windows line ends": file(WHOLE.replace(b"\n", b"\r\n")),
    "answers cut off": file(
        without_the_end(WHOLE), LOST, "No answer to questions 9 and 10 could be"
    ),
    "answers without their start": file(without_the_start(WHOLE), MOST - WORTH, "is damaged"),
    "answers with a comma too many": file(
        WHOLE.replace(b'"answers": {', b'"answers": {,'), says="is damaged"
    ),
    "answers twice in one file": file(WHOLE + WHOLE, says="is damaged"),
    "answers in the letters of Windows": file(
        json.dumps(json.loads(WHOLE), ensure_ascii=False)
        .replace("A sample text", "El Ni\u00f1o")
        .encode("cp1252"),
        says="saved again by another program",
    ),
    "answers with merge conflicts": file(MERGED, says="is damaged"),
    "an answer that is NaN": file(WHOLE.replace(RIGHT, b'"value": NaN'), LESS, "is damaged"),
    "a number of 5,000 digits": file(
        WHOLE.replace(RIGHT, b'"value": ' + b"9" * 5000), LESS, "is damaged"
    ),
    "100,000 brackets in an answer": file(
        WHOLE.replace(RIGHT, b'"value": ' + b"[" * 100_000), LESS, "is damaged"
    ),
    "an answer without a value": file(
        WHOLE.replace(RIGHT, b'"worth": 1'), LESS, "answers in answers.json are broken"
    ),
    "half a letter and a zero in a text": file(
        WHOLE.replace(b"A sample text", b"\\ud83d sample \\u0000 text"),
        says="Signs that no page can show were left out",
    ),
    "a text of 60 MB": file(
        answers(SOLUTION | {"q10_gap": "long " * 12_000_000}),
        says="The answer to question 10 is larger than 20,000",
    ),
    "answers of the first format": file(
        in_the_first_format(SOLUTION), says="does not say which exercise it is of"
    ),
    "times that are none": file(WHOLE.replace(b'"at": "', b'"at": 7, "was": "'), says=LEFT_OUT),
    "numbers that are a list": file(
        WHOLE.replace(b'"numbers": {}', b'"numbers": [1]'), says=LEFT_OUT
    ),
    "answers (1).json": file(WHOLE, name="answers (1).json"),
    "answers 2.json": file(WHOLE, name="answers 2.json"),
    "Copy of answers.json": file(WHOLE, name="Copy of answers.json"),
    "put aside as damaged": file(WHOLE, says=CALLED, name="answers.damaged.json"),
    "a conflicted copy, later": copies(WHOLE, LATER, MOST - WORTH, "the later answer counts"),
    "a conflicted copy, earlier": copies(LATER, WHOLE, MOST - WORTH, "the later answer counts"),
    "a copy that is damaged": copies(WHOLE, b"\0" * 99, MOST, "2026-11-21).json is damaged"),
    "no answers at all": Damaged(lambda page: {}, None, "There is no file of answers"),
    "answers of 0 bytes": file(b"", None, "answers.json is empty"),
    "answers of zeros": file(b"\0" * 4096, None, "No answer in answers.json could be read"),
    "answers are a sign-in page": file(
        b"<html>Sign in</html>", None, "No answer in answers.json could be read"
    ),
    "answers of a newer course": file(
        b'{"format": 9, "answers": {}}', None, "newer version of the course"
    ),
    "answers to another exercise": file(
        answers(SOLUTION, exercise="02_reading_inequity"), None, "to another exercise"
    ),
    "answers to former questions": file(
        answers({"q1": 1, "q5": 2}), None, "former version of this exercise"
    ),
    "answers to an id like a former one": file(
        answers({"q1": 1}, exercise=""), None, "to no question of this exercise"
    ),
    "answers to unknown questions": file(
        answers({"z9": 1}, exercise=""), None, "to no question of this exercise"
    ),
}
# What needed no mending: why nothing is said.
SILENT = {
    "answers alone": "the one file is all that was asked for",
    **dict.fromkeys(
        ("answers (1).json", "answers 2.json", "Copy of answers.json"),
        "the browser of whoever saved it called it so",
    ),
    "an output of 5 MB": "no output of a hand-in is ever read",
    "answers with Windows line ends": "the format has both kinds of line ends",
}
# What hand-ins meet on their way, and the kinds above that stand for it.
ON_THE_WAY = {
    "pastes": (
        *("a check pasted twice", "everything pasted twice", "a cell of another notebook pasted"),
        "answers twice in one file",
    ),
    "splits": ("a code cell split", "two checks merged", "all cells turned around"),
    "deletions": ("checks deleted", "no cells", "outputs deleted", "an answer without a value"),
    "changes": ("a check changed", "a check turned into text", "an output of 5 MB"),
    "cleared metadata": ("all metadata cleared", "names of cells changed"),
    "new names": (
        *("renamed to (1)", "renamed to something else", "answers (1).json", "answers 2.json"),
        *("Copy of answers.json", "put aside as damaged"),
    ),
    "cut off": (
        *("notebook cut in the middle", "notebook without its start", "notebook of 0 bytes"),
        *("notebook of zeros", "answers cut off", "answers without their start"),
        *("notebook with broken cells", "notebook without a list of cells"),
    ),
    "merge conflicts": ("notebook with merge conflicts", "answers with merge conflicts"),
    "old formats": ("notebook format 3", "answers of the first format"),
    "byte-order marks": (
        *("notebook with a byte-order mark", "answers with a byte-order mark"),
        *("notebook in UTF-16", "answers in UTF-16", "answers with Windows line ends"),
        "answers in the letters of Windows",
    ),
    "deep nesting": ("notebook of brackets", "100,000 brackets in an answer"),
    "60 MB of text": ("a text of 60 MB",),
    "halves of letters": ("half a letter and a zero in a text",),
    "conflicted copies": (
        *("a conflicted copy, later", "a conflicted copy, earlier", "a copy that is damaged"),
    ),
    "other kernels": ("another kernel",),
    "Colab and VS Code": ("saved by Colab", "saved by VS Code"),
    "answers alone": ("answers alone",),
    "values that are none": (
        *("an answer that is NaN", "a number of 5,000 digits", "times that are none"),
        *("numbers that are a list", "answers with a comma too many"),
    ),
    "another file in its place": ("notebook is a sign-in page", "answers are a sign-in page"),
    "nothing that can be read": (
        *("no answers at all", "answers of 0 bytes", "answers of zeros"),
        *("answers of a newer course", "answers to another exercise"),
        *("answers to former questions", "answers to unknown questions"),
        "answers to an id like a former one",
    ),
}
