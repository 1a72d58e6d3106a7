"""Two turns of phrase that are no good English stand nowhere in what is said to a reader."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = sorted(
    path
    for folder, ends in {
        "src/groundwork": ("py", "yaml", "js"),
        "modules": ("md",),
        "exercises": ("md",),
        "facilitator_guide": ("md",),
        "docs": ("md",),
    }.items()
    for end in ends
    for path in (ROOT / folder).rglob(f"*.{end}")
)
# Lines are classified; a class is what they are put into.
CLASS = re.compile(
    r"\b[Cc]lass(?:ed|ing)? (?:(?:a|an|each|every|the|at least one|these|\d+|\{[^}]*\}) )?"
    r"(?:of the )?(?:(?:same|budget) )?(?:lines?|them)\b|\bclass \{[^}]*\} of\b"
)
TO_MEND = re.compile(r"\b(?:is|are)\b[^.]{0,4} to mend\b|things? (?:is|are)[\"'][^.]{0,200}to mend")
WRONG = (CLASS, TO_MEND)


@pytest.mark.parametrize("folder", ["src", "modules", "exercises", "facilitator_guide", "docs"])
def test_lines_are_classified_and_things_are_there_to_mend(folder: str) -> None:
    texts = [path for path in TEXTS if path.is_relative_to(ROOT / folder)]
    assert texts
    found = [
        f"{path.relative_to(ROOT)}: {said[0]}"
        for path in texts
        for wrong in WRONG
        for said in wrong.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "Class every line.",
        "who class the same lines",
        "rater class {found.alike} of",
        "1 thing is to mend.",
        'counted(count, "thing is", "things are")\nf"{what} to mend"',
    ],
)
def test_each_is_found_where_it_stands(text: str) -> None:
    assert any(wrong.search(text) for wrong in WRONG)
