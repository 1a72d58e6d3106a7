"""Lesson 01 and exercise 01 in a language of their own: no sentence is left in English."""

import json
import re
import shutil
from pathlib import Path

import pytest
from browser_tools import Lab
from learner_lab import extension_for, learner_home, learner_lab
from playwright.sync_api import Browser, expect
from pseudo import KEPT, pseudo

from groundwork.authoring import minutes, notebooks, write
from groundwork.authoring.source import course
from groundwork.authoring.source.messages import messages
from groundwork.cohort.release import release
from groundwork.learner.questions import catalog

ROOT = Path(__file__).parents[2]
NAME = "01_root_causes"
TEXTS = {path: kind for path, kind in course.texts(ROOT).items() if path.stem == NAME}
FEWEST = 4  # words; with fewer, the course's own buttons and names say the same by chance
# All that a page says: its words, and what it tells a screen reader or shows in an empty field.
SAID = """panel => {
  const told = [panel.textContent];
  for (const each of panel.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      told.push(each.getAttribute(name) ?? '');
    }
  }
  return told.join('\\n');
}"""


def sentences(path: Path) -> set[str]:
    """The sentences of a text, as a page shows them: no marks, no figures, no addresses."""
    found = set()
    for message in messages(path.read_text(encoding="utf-8")):
        plain = re.sub(r"\]\([^)]*\)", "]", message.text)
        plain = re.sub(r"[*\[\]\\]", "", KEPT.sub("|", plain))
        for part in re.split(r"(?<=[.?!])\s+|\|", plain):
            if len(part.split()) >= FEWEST and re.search(r"[aeiouycns]", part):
                found.add(" ".join(part.split()))
    return found


def left_behind(path: Path, said: str) -> list[str]:
    """The sentences of a text that are said in English; data sets have words of their own."""
    shown = " ".join(said.split())
    beside = " ".join((ROOT / "datasets/dictionary.yaml").read_text(encoding="utf-8").split())
    return sorted(each for each in sentences(path) if each in shown and each not in beside)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose lesson and exercise are built in the other language."""
    root = tmp_path_factory.mktemp("pseudo") / "work"
    for path, kind in TEXTS.items():
        made = write.built(path, kind, ROOT, translate=pseudo)
        assert made.faults == []
        minutes.fill(made.notebook)
        text = root / path.relative_to(ROOT)
        for place, content in (
            (course.notebook_of(text), None),
            (course.catalog_of(text, kind), made.catalog),
        ):
            place.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                notebooks.write(notebooks.tidy(made.notebook), place)
            else:
                place.write_text(content, encoding="utf-8")
    shutil.copytree(ROOT / "datasets", root / "datasets")
    return root


def test_english_is_seen_where_it_is_left(work: Path) -> None:
    for path in TEXTS:
        plain = notebooks.read(course.notebook_of(path))
        said = "\n".join(cell.source.replace("*", "") for cell in plain.cells)
        assert len(left_behind(path, said)) > 40


def test_no_question_and_no_reply_is_left_in_english(work: Path) -> None:
    for path, kind in TEXTS.items():
        found = catalog.read(course.catalog_of(work / path.relative_to(ROOT), kind))
        said = json.dumps([each.to_json() for each in found.questions], ensure_ascii=False)
        assert left_behind(path, said) == []


@pytest.mark.browser
def test_no_sentence_is_left_in_english_on_the_page(
    work: Path, browser: Browser, tmp_path: Path
) -> None:
    extension = extension_for(work, tmp_path / "labextension")
    exercise = work / "exercises" / NAME
    release(exercise, tmp_path / "released")
    shutil.copytree(tmp_path / "released", exercise, dirs_exist_ok=True)
    with learner_lab(work, extension, learner_home(tmp_path / "home")) as lab:
        for path in TEXTS:
            assert left_behind(path, said_by(browser, lab, path)) == []


def said_by(browser: Browser, lab: Lab, text: Path) -> str:
    """All that the page of a text says once it is live."""
    page = browser.new_page()
    page.goto(lab.address(course.notebook_of(text).relative_to(ROOT).as_posix()))
    expect(page.locator(".gwlab-status:visible")).to_have_text(
        re.compile("^Ready"), timeout=120_000
    )
    panel = page.locator(".jp-NotebookPanel")
    expect(panel.locator(".gw").first).to_be_attached()
    said = str(panel.evaluate(SAID))
    assert len(re.findall("[áéíóúýçñš]", said)) > 3000
    page.close()
    return said
