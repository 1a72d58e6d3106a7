"""No amount of money can be read as mathematics, wherever a page is opened."""

from pathlib import Path

import pytest

from groundwork.authoring.source import rules
from groundwork.authoring.source.reader import read


def found(text: str) -> list[str]:
    page, _ = read(Path("x.md"), f"---\ntitle: T\n---\n\n# Title\n\n{text}\n")
    said: list[str] = []
    rules.check_prose(page, lambda _line, sentence: said.append(sentence))
    return said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It costs $57 a month.", "has '$57 a month.', which may be read as mathematics"),
        ("From \\$57 to\n\\$8.", "two dollar signs in one paragraph, '$57 to"),
        ("- \\$57\n- \\$8 and **\\$9**", "two dollar signs in one paragraph, '$8 and $9'"),
        ("It costs &#36;57, and then &#36;8.", "two dollar signs in one paragraph"),
    ],
)
def test_money_that_some_page_reads_as_mathematics_is_told(text: str, words: str) -> None:
    assert [words in sentence for sentence in found(text)] == [True]


def test_money_that_nothing_reads_as_mathematics_is_let_be() -> None:
    assert (
        found(
            "It costs \\$57.\n\nThen `$5` and `$6`.\n\n- \\$1\n- \\$2\n\n"
            "| now | then |\n| --- | --- |\n| \\$57 | \\$8 |\n\n```\n$a $b\n```"
        )
        == []
    )
