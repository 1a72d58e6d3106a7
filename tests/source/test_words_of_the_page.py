"""What buttons, forms and remarks say is in the translators' catalog, whichever file says it."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.jslexer import tokenize

from groundwork.authoring.source import spoken
from groundwork.screen.activities import words

ROOT = Path(__file__).parents[2]
SCREEN = ROOT / "src/groundwork/screen"
SCRIPTS = sorted(SCREEN.rglob("*.js"))
# What no name of a thing holds: a capital before another word, or the end of a sentence.
OF_A_SENTENCE = re.compile(r"(?<![\w.$-])[A-Z][a-z’']+ [a-z]|[a-z”’)][.?!…]$")


@pytest.fixture(scope="module")
def catalog() -> dict[str, set[str]]:
    """What Babel finds by our own settings: a file to what it says."""
    with (ROOT / "babel.cfg").open() as settings:
        methods, options = parse_mapping_cfg(settings)
    found: dict[str, set[str]] = {}
    for file, _line, message, *_ in extract_from_dir(str(ROOT), methods, options):
        found.setdefault(Path(file).name, set()).add(str(message))
    return found


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("rating.py", "What shows it?"),
        ("rating.js", "Saved. ${rated}"),
        ("question.js", "Try other numbers"),
        ("text.py", "Save my answer"),
        ("flaw.py", "Nothing is marked yet."),
        ("papers.js", "Your department's name"),
        ("line.js", "Starting this lesson: it takes a few seconds."),
        ("decision_matrix.py", "Signs off"),
        ("team.py", "By the supervisor."),
        ("words.yaml", "What do you want to work on?"),
        ("01_root_causes.md", "Key points"),
    ],
)
def test_what_is_said_is_found_where_it_stands(
    catalog: dict[str, set[str]], file: str, said: str
) -> None:
    assert said in catalog[file]


def test_every_word_of_the_activities_word_file_is_found(catalog: dict[str, set[str]]) -> None:
    def texts(said: object) -> list[str]:
        if isinstance(said, dict):
            return [each for key in said if key not in spoken.NAMES for each in texts(said[key])]
        if isinstance(said, list):
            return [each for one in said for each in texts(one)]
        return [said] if isinstance(said, str) else []

    assert set(texts(words._all())) - catalog["words.yaml"] == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_sentence_of_a_script_is_taken_for_a_name(path: Path) -> None:
    assert [text for text in strings(path.read_text("utf-8")) if left_behind(text)] == []


def strings(script: str) -> list[str]:
    """Return every string that stands in a script."""
    found = tokenize(script, jsx=False, template_string=True, dotted=False)
    return [each.value[1:-1] for each in found if each.type in ("string", "template_string")]


def left_behind(text: str) -> bool:
    return bool(OF_A_SENTENCE.search(spoken.PLACE.sub(" ", text))) and not spoken.says(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Edit", True),
        ("✓ Saved", True),
        ("because of ${text}", True),
        ("Tab leaves this box. Control and ] moves a line.", True),
        ("ArrowDown", False),
        ("gw-button gw-main", False),
        (".jp-MarkdownOutput :is(h2, h3)", False),
        ("aria-label", False),
        ("${width}px", False),
    ],
)
def test_words_are_told_from_names(text: str, says: bool) -> None:
    assert spoken.says(text) is says


def test_docstrings_are_no_words_and_places_keep_their_names() -> None:
    text = '"""Make it."""\nTITLE = f"For {reader.name}: read this"\nKIND = "choice"\n'
    assert list(spoken.of_module(text)) == [(2, "For {reader.name}: read this")]
