"""The words of the page itself, for translators: what its scripts, modules and word files say.

Lessons and exercises are texts (`messages.py`). What buttons, forms and remarks say stands in
`src/groundwork/screen/`; Babel finds it there by these functions (``babel.cfg`` names them), so
that one catalog holds all that a learner reads. Words are told from names by how they are written:
they begin with a capital, or stand side by side.
"""

import ast
import re
from collections.abc import Callable, Iterator
from typing import IO, Any

import yaml
from babel.messages.jslexer import tokenize

Found = tuple[int, str]  # a line, counted from 1, and what is said there
NAMES = {"id", "kind", "under", "only"}  # the entries of a word file that are no words
KEYS = re.compile(r"Enter|Escape|Tab|Space|Home|End|Control|Shift|Alt|Arrow\w+|Page\w+")
# A place that is filled in, also one that a template within it cuts off at either end.
PLACE = re.compile(r"\$?\{[^{}]*(?:\}|$)|^[^{}]*\}")
BEGINS = re.compile(r"(?:^|[\s“(\"'✓·×])[A-Z][a-z’']*(?=[\s.,:;?!…’')”]|$)")
SIDE_BY_SIDE = re.compile(r"[a-z’,;:] +[a-z]")
# Classes and other parts of a page, styles, addresses, and code of another program.
OF_THE_MACHINE = re.compile(
    r"(?:^|[\s.#])(?:gw|gwlab|jp|lm)-|[{}=<>]|\[[\w-]+\]|://|\w\(|^[a-z-]+: \S+$|^long text$"
)


def says(text: str) -> bool:
    """Whether a string holds words that somebody reads."""
    bare = PLACE.sub(" ", text).strip()
    if KEYS.fullmatch(bare) or OF_THE_MACHINE.search(bare):
        return False
    return bool(BEGINS.search(bare) or SIDE_BY_SIDE.search(bare))


def of_script(text: str) -> Iterator[Found]:
    """Yield what a script says; a place that it fills in stands as ``${...}``."""
    for token in tokenize(text, jsx=False, template_string=True, dotted=False):
        if token.type in ("string", "template_string") and says(token.value[1:-1]):
            yield token.lineno, token.value[1:-1]


def of_module(text: str) -> Iterator[Found]:
    """Yield what a Python module says, without its docstrings; a place stands as ``{...}``."""
    tree = ast.parse(text)
    silent = set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):  # a docstring says something to maintainers alone
            silent |= {id(node.value)}
        elif isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) not in silent and (said := _literal(node)) and says(said):
            yield node.lineno, said  # type: ignore[attr-defined]


def of_word_file(text: str) -> Iterator[Found]:
    """Yield the words of a `words.yaml`: all but the names of things."""

    def walk(node: Any) -> Iterator[Found]:
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str"):
            yield node.start_mark.line + 1, node.value
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                yield from walk(each)
        elif isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                if name.value not in NAMES:
                    yield from walk(value)

    yield from walk(yaml.compose(text))


def _literal(node: ast.AST) -> str:
    """Return a text as it is written, with its places in braces; "" for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.FormattedValue):
        return f"{{{ast.unparse(node.value)}}}"
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_literal, node.values))
    return ""


def _for_babel(found: Callable[[str], Iterator[Found]]) -> Callable[..., Iterator[Any]]:
    def extract(
        file: IO[bytes], keywords: object, comment_tags: object, options: dict[str, Any]
    ) -> Iterator[tuple[int, str, str, list[str]]]:
        for line, said in found(file.read().decode("utf-8")):
            yield line, "", said, []

    return extract


script, module, word_file = map(_for_babel, (of_script, of_module, of_word_file))
