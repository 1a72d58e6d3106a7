"""Modules of the subject floor wait for their lesson here; one that is used leaves the list.

Once the last lesson stands, what is still on the list goes from the repository.
"""

from pathlib import Path

from what_a_change_touches import ROOT, modules_in

SRC = ROOT / "src"
# What a learner, a facilitator or an author starts with.
BEGINNINGS = ("groundwork.command", "groundwork.lesson", "groundwork.former_names")
WAITING = {
    "disparity": "between catalog groups impact ordered regression simple simulation summary",
    "": "disclosure suppression",
}


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")


def used_by(beginnings: tuple[str, ...], texts: dict[str, str]) -> set[str]:
    """Return every module that these modules import, themselves or through others."""
    waiting = [name for name in texts if f"{name}.".startswith(tuple(f"{b}." for b in beginnings))]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += modules_in(texts[name]) & texts.keys()
    return found


def texts_of(floor: str = "") -> dict[str, str]:
    paths = (SRC / "groundwork" / floor).rglob("*.py")
    return {module_of(path): path.read_text(encoding="utf-8") for path in paths}


def test_only_what_waits_for_its_lesson_is_used_by_nothing() -> None:
    used = used_by(BEGINNINGS, texts_of())
    packages = {module_of(path) for path in SRC.rglob("__init__.py")}
    unused = texts_of("subject").keys() - used - packages
    waiting = {
        ".".join(filter(None, ("groundwork.subject", room, name)))
        for room, names in WAITING.items()
        for name in names.split()
    }
    assert unused - waiting == set(), "nothing uses these: use them, or leave them out"
    assert waiting - unused == set(), "these are used now: take them off the list"


def test_a_module_that_only_tests_use_counts_as_unused() -> None:
    texts = {
        "groundwork.lesson": '{"bar": "groundwork.screen.bar:bar"}',
        "groundwork.screen.bar": "def bar():\n    from groundwork.subject import gaps, rates",
        "groundwork.subject.gaps": "",
        "groundwork.subject.rates": "from groundwork.subject.intervals import (\n    one,\n)",
        "groundwork.subject.intervals": "",
        "groundwork.subject.alone": "from groundwork.subject import gaps",
    }
    assert texts.keys() - used_by(("groundwork.lesson",), texts) == {"groundwork.subject.alone"}
