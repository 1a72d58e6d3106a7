"""Every page of the guide prints and opens in Word with all of its words."""

import datetime
import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from accessibility import violations
from papers import reading
from playwright.sync_api import Browser, Page
from small_guide import ROOT

from groundwork.cohort import guide, guide_forms, guide_parts
from groundwork.cohort.guide_forms import FORMS, LEFT_OUT, ON_ONE_PAGE
from groundwork.command.main import main
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers import word
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Quote, Table
from groundwork.subject.errors import UserError
from groundwork.subject.readiness_statements import NEEDS

DAY = datetime.date(2026, 11, 26)
PAGES = guide.pages(ROOT)
MARKS = re.compile(
    r"<!--.*?-->|^\*For |\]\([^)]*\)|[*_`>|#\[\]\\]|^\s*(?:-|\d+\.) |\s-{3,}", re.M | re.S
)


CLOCK = re.compile(r"\d:\d\d to \d:\d\d \(\d+ minutes\)")


def words(said: str) -> list[str]:
    return re.findall(r"[A-Za-z0-9☐]+", said.lower())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.path.parent.name}/{page.name}")
def test_no_word_of_a_page_is_lost_in_print_or_in_word(page: guide.GuidePage) -> None:
    paper = guide.paper(page, DAY)
    wanted = Counter(words(MARKS.sub(" ", page.path.read_text(encoding="utf-8"))))
    captions = Counter(each.caption for each in paper.blocks if isinstance(each, Table))
    for caption in (captions - Counter(set(captions))).elements():
        wanted -= Counter(words(caption))  # tables of one caption are read as one
    for made in (
        reading.page(print_page.write(paper)).found.everything,
        reading.word(word.write(paper)).everything,
    ):
        assert wanted - Counter(words(made)) == Counter()


def page_of(folder: Path, content: str, place: str = "sessions") -> guide.GuidePage:
    path = folder / place / "00_x.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return guide.GuidePage(path.stem, path)


def test_words_to_say_leads_and_numbers_are_kept_apart(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        "<!-- built -->\n\n# Title\n\n*For somebody.*\n\n**Say.**\n\n> One.\n>\n> Two.\n\n"
        "3. **Pass.** You may.\n4. Go.\n\nA list:\n\n| a | b |\n| --- | --- |\n| 1 | |\n",
    )
    paper = guide.paper(page, DAY)
    assert (paper.title, paper.reader) == ("Title", "somebody")
    assert paper.blocks == (
        Paragraph("", "Say."),
        Quote("One.\nTwo."),
        Paragraph(" You may.", "3. Pass."),
        Paragraph("Go.", "4. "),
        Table("A list", ("a", "b"), (("1", ""),), paper.blocks[-1].widths),  # type: ignore[union-attr]
    )


def test_a_bold_beginning_of_an_item_stays_bold(tmp_path: Path) -> None:
    page = page_of(tmp_path, "# T\n\n- **B, right.** So it is.\n- plain **later**\n")
    paper = guide.paper(page, DAY)
    assert paper.blocks == (Items(((0, "B, right. So it is."), (0, "plain later")), (9, 0)),)
    assert "<b>B, right.</b> So it is." in print_page.write(paper)
    runs = docx.Document(io.BytesIO(word.write(paper))).paragraphs
    bold = [run.text for each in runs for run in each.runs if run.bold and "right" in run.text]
    assert bold == ["B, right."]


def test_a_table_is_named_by_the_sentence_or_the_heading_above_it(tmp_path: Path) -> None:
    table = "| a | b |\n| - | - |\n| 1 | |\n"
    content = (
        f"# T\n\n## Slips: a page of its own\n\nA word. Here:\n\n{table}\n"
        f"Two more:\n\n{table}\nClock:\n\n{table}\n**Which.** Then these two:\n\n{table}"
    )
    paper = guide.paper(page_of(tmp_path, content, "handouts"), DAY)
    assert [each.caption for each in paper.blocks if isinstance(each, Table)] == [
        *("Slips", "Two more", "Clock", "Which. Then these two"),
    ]


def test_what_is_to_be_typed_stays_where_a_list_tells_it() -> None:
    content = (
        "1. **First.** Type:\n\n       py start.py open\n\n   Then wait.\n"
        "2. Next:\n   - a\n   - b\n\nOr\n\n- one\n\n  ```\n  two three\n  ```\n\n- four\n"
    )
    assert guide.blocks(content) == [
        Paragraph(" Type:", "1. First."),
        Quote("py start.py open"),
        Paragraph("Then wait."),
        Paragraph("Next:", "2. "),
        Items(((0, "a"), (0, "b"))),
        Paragraph("Or"),
        Items(((0, "one"),)),
        Quote("two three"),
        Items(((0, "four"),)),
    ]


@pytest.mark.parametrize(
    ("head", "room"), [("Field", guide_parts.ROOM), ("Ask yourself", guide_parts.MORE_ROOM)]
)
def test_a_handout_has_boxes_without_bullets_and_room_to_write(
    tmp_path: Path, head: str, room: str
) -> None:
    content = (
        "# T\n\n## H\n\n- ☐ **A.** x\n- ☐ **B.** y\n\n"
        f"| {head} | Your words |\n| - | - |\n| z | |\n"
    )
    paper = guide.paper(page_of(tmp_path, content, "handouts"), DAY)
    heading, first, second, table = paper.blocks
    assert heading == Heading("H", 1)
    assert (first, second) == (Paragraph("☐ A. x"), Paragraph("☐ B. y"))
    assert isinstance(table, Table) and table.rows == (("z", room),)
    assert table.shares[1] > 0.3


def test_the_command_writes_both_forms_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GROUNDWORK_WORKSPACE", str(tmp_path / "mine"))
    assert main(["guide", "print", "00_start_here"]) == 0
    said = capsys.readouterr().out
    made = sorted(path.name for path in (tmp_path / "mine" / "my_work" / "papers").iterdir())
    assert [Path(name).suffix for name in made] == [".docx", ".html"] * 3
    assert all(name in said for name in made)
    assert {name.split()[0] for name in made} == {"Handout", "Lesson", "Run"}


def test_a_page_is_printed_into_the_folder_that_is_named_and_nothing_else_is_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    assert main(["guide", "print", "difficult_moments", "--workspace", str(mine)]) == 0
    *told, word = capsys.readouterr().out.splitlines()
    assert len(told) == 2 and "Word:" in word, "nothing is said of what was not asked for"
    assert [path.name for path in mine.iterdir()] == ["my_work"]


def test_what_is_to_be_printed_is_shown_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setenv("GROUNDWORK_WORKSPACE", str(tmp_path / "mine"))
    assert main(["guide", "print", "power_map"]) == 0 and shown == []
    assert main(["guide", "print", "power_map", "--open"]) == 0
    (address,) = shown
    assert address.startswith("file:") and address.endswith(".html") and "Law%20card" in address


def test_a_page_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UserError, match="no page called nothing") as told:
        guide.named(ROOT, "nothing")
    assert "difficult_moments" in str(told.value)


def test_the_pages_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "pages"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == len(PAGES) + len(guide.cards(ROOT))
    assert listed[0].startswith("README ")


def texts_of(block: Block) -> list[str]:
    """What a block says, in pieces."""
    if isinstance(block, Items):
        return [text for _, text in block.items]
    if isinstance(block, Table):
        return [cell for row in block.rows for cell in row]
    return [block.text] if isinstance(block, Heading | Paragraph | Quote) else []


SHEETS = [page for page in PAGES if page.path.parent.name == "sessions"]


@pytest.mark.parametrize("minutes", FORMS)
@pytest.mark.parametrize("page", SHEETS, ids=lambda page: page.name)
def test_a_run_sheet_of_one_form_has_one_clock(page: guide.GuidePage, minutes: int) -> None:
    whole, paper = guide.paper(page, DAY), guide.paper(page, DAY, minutes)
    said = [each.text for each in paper.blocks if isinstance(each, Heading)]
    card, plan = [each for each in paper.blocks if isinstance(each, Table)][:2]
    assert card.columns[:-1] == plan.columns and [row[:2] for row in card.rows] == list(
        plan.rows[:-1]
    )
    assert plan.columns == ("Stop", "Clock")
    told = [each for each in paper.blocks if isinstance(each, Table) and each.columns[0] == "Part"]
    assert all(each.columns == ("Part", "Minutes") for each in told)
    assert plan.caption.endswith(f", {minutes} minutes")
    stops = [name for name, _ in plan.rows][:-1]
    assert [name for name in said if name in stops] == stops
    dropped = {each.text for each in whole.blocks if isinstance(each, Heading)} - set(said)
    assert not dropped & set(stops)
    clocks = [
        each for each in paper.blocks if isinstance(each, Paragraph) and CLOCK.match(each.lead)
    ]
    assert len(clocks) == len(stops)
    begins = [each.lead.split(" to ")[0] for each in clocks]
    assert begins == [cell.split(" ")[0] for _, cell in plan.rows[:-1]]
    parts = [each for each in paper.blocks if isinstance(each, Heading) and each.level == 1]
    assert parts[-1].text == "What wrong answers reveal"  # the rest is needed in the room
    assert clocks[-1].lead.split(" ")[2] == f"{minutes // 60}:{minutes % 60:02d}"
    assert not [each for each in paper.blocks if isinstance(each, Table) and LEFT_OUT in str(each)]


def test_what_other_forms_alone_do_is_left_out_up_to_the_question(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        "# T\n\n*For us.*\n\n## The session\n\n### A\n\n> All.\n\n"
        "In the 120-minute form, ask one more:\n\n> More?\n\n- **A.** Yes\n\n"
        '**Ask.** "Why?"\n\nIn the 60-minute form, say:\n\n> Short.\n\n### B\n\n> End.\n',
    )
    kept = {form: str(guide.paper(page, DAY, form).blocks) for form in FORMS}
    said = {form: re.findall(r"All|More|Yes|Why|Short|End", kept[form]) for form in FORMS}
    assert said[60] == ["All", "Why", "Short", "End"]
    assert said[90] == ["All", "Why", "End"]
    assert said[120] == ["All", "More", "Yes", "Why", "End"]


@pytest.mark.parametrize("minutes", FORMS)
@pytest.mark.parametrize("page", SHEETS, ids=lambda page: page.name)
def test_no_print_for_a_form_leads_to_what_another_does(
    page: guide.GuidePage, minutes: int
) -> None:
    """Nor tells it: no sentence names other forms, and none was cut out of what is quoted."""
    for block in guide.paper(page, DAY, minutes).blocks:
        for text in texts_of(block):
            for sentence in re.split(r"(?<=[.?!:]) ", text):
                named = re.findall(r"(\d+)-minute(?: forms?\b| and)", sentence)
                assert not named or str(minutes) in named, sentence
    whole = [text for block in guide.paper(page, DAY).blocks for text in texts_of(block)]
    of_one_form = [
        sentence
        for text in whole
        for sentence in guide_forms.SENTENCE.split(text)
        if guide_forms.OF_FORMS.match(sentence)
    ]
    assert all(each.count('"') % 2 == 0 for each in of_one_form)


def test_a_form_that_no_session_has_is_told() -> None:
    with pytest.raises(UserError, match="No session takes 45 minutes"):
        guide.paper(SHEETS[0], DAY, 45)


def test_each_law_card_and_the_law_sheet_print_alone_and_begin_a_page_together() -> None:
    names = [*law_cards.cards(), "law_sheet"]
    assert [page.name for page in guide.cards(ROOT)] == names
    (whole,) = guide.named(ROOT, "law_cards")
    begun = [each for each in guide.paper(whole, DAY).blocks if isinstance(each, Heading)]
    assert [each.new_page for each in begun if each.level == guide_parts.PART] == [True] * len(
        names
    )
    for name, card in law_cards.cards().items():
        (page,) = guide.named(ROOT, name)
        said = reading.page(print_page.write(guide.paper(page, DAY))).found.everything
        assert all(question in said for question in card.ask)
        others = [each for key, each in law_cards.cards().items() if key != name]
        assert not [each for each in others if all(question in said for question in each.ask)]


def pages_of(paper: Paper, shown: Page, file: Path) -> int:
    """Return how many sheets a paper takes."""
    file.write_text(print_page.write(paper), encoding="utf-8")
    shown.goto(file.as_uri())
    return len(re.findall(rb"/Type\s*/Page\b", shown.pdf(format="Letter")))


@pytest.mark.browser
def test_what_is_read_before_a_session_is_two_pages_and_a_card_and_one_for_a_supervisor(
    browser: Browser, tmp_path: Path
) -> None:
    shown = browser.new_page()
    (start,) = guide.named(ROOT, "README")
    assert pages_of(guide.paper(start, DAY), shown, tmp_path / "start.html") == 2
    for law in guide.cards(ROOT):
        most = 2 if law.name in ("metric_register", "pay_rule", "law_sheet") else 1
        assert pages_of(guide.paper(law, DAY), shown, tmp_path / "law.html") <= most, law.name
    (counsel,) = guide.named(ROOT, "for_counsel")
    assert pages_of(guide.paper(counsel, DAY), shown, tmp_path / "counsel.html") == 1
    for each in PAGES:
        if each.path.parent.name == "supervisors":
            assert pages_of(guide.paper(each, DAY), shown, tmp_path / "owed.html") == 1, each.name
    for sheet in SHEETS:
        for minutes in FORMS:
            paper = guide.paper(sheet, DAY, minutes)
            first, second = [
                at
                for at, each in enumerate(paper.blocks)
                if isinstance(each, Heading) and each.level == guide_parts.PART
            ][:2]
            assert paper.blocks[first] == Heading(ON_ONE_PAGE)
            assert paper.blocks[second] == Heading("At a glance", new_page=True)
            card = replace(paper, blocks=paper.blocks[:second])
            assert pages_of(card, shown, tmp_path / "card.html") == 1, (sheet.name, minutes)
    shown.close()


@pytest.mark.browser
def test_two_engines_find_nothing_in_run_sheet_and_handout(
    browser: Browser, tmp_path: Path
) -> None:
    shown = browser.new_page()
    for page in guide.named(ROOT, "00_start_here"):
        file = tmp_path / "paper.html"
        file.write_text(print_page.write(guide.paper(page, DAY)), encoding="utf-8")
        shown.goto(file.as_uri())
        assert violations(shown, "main") == []
    shown.close()


def test_a_form_reads_no_sentence_that_begins_with_other_forms(tmp_path: Path) -> None:
    content = (
        "# T\n\n## H\n\nIn the 60-minute form, one. In the 90-minute and 120-minute forms, two. "
        "Then all.\n\nWrite. In the 60-minute form only the third.\n\n"
        "Call a day. In the 60-minute form, call one more. Say what goes.\n\n"
        "- **Bring:** a clock. In the 60-minute form, a bell.\n"
        "- For the 60-minute form: slips.\n\n"
        "In the 60-minute form, ask one more:\n\n- **A.** x\n"
    )
    page = page_of(tmp_path, content)
    said = {
        form: [text for each in guide.paper(page, DAY, form).blocks[1:] for text in texts_of(each)]
        for form in FORMS
    }
    others = [
        "In the 90-minute and 120-minute forms, two. Then all.",
        "Write.",
        "Call a day. Say what goes.",
        "Bring: a clock.",
    ]
    assert said == {
        60: [
            "In the 60-minute form, one. Then all.",
            "Write. In the 60-minute form only the third.",
            "Call a day. In the 60-minute form, call one more. Say what goes.",
            "Bring: a clock. In the 60-minute form, a bell.",
            "For the 60-minute form: slips.",
            "In the 60-minute form, ask one more:",
            "A. x",
        ],
        90: others,
        120: others,
    }


def test_each_need_of_the_first_handout_begins_a_page_and_has_lines_to_write_on() -> None:
    page = next(each for each in guide.named(ROOT, "00_start_here") if each.is_handout)
    blocks = guide.paper(page, DAY).blocks
    needs = [
        each for each in blocks if isinstance(each, Heading) and each.level == guide_parts.PART + 1
    ]
    assert [each.text for each in needs] == [need.title for need in NEEDS]
    assert all(each.new_page for each in needs)
    lines = [
        each for each in blocks if isinstance(each, Paragraph) and each.text == guide_parts.A_LINE
    ]
    assert len(lines) == sum(len(need.statements) for need in NEEDS)


def test_what_is_asked_stays_on_the_page_of_its_answers(tmp_path: Path) -> None:
    content = (
        "# T\n\n## H\n\nBefore.\n\nWhich place?\n\n- **A.** x\n- **B.** y\n\nThe letter:\n\n"
        "| a | b |\n| - | - |\n| z | |\n\nWhich one?\n\n- ☐ **A.** x\n- ☐ **B.** y\n\nAfter.\n"
    )
    paper = guide.paper(page_of(tmp_path, content, "handouts"), DAY)
    kept = [
        each.text
        for each in docx.Document(io.BytesIO(word.write(paper))).paragraphs
        if each.paragraph_format.keep_with_next
    ]
    assert kept == ["Which place?", "A. x", "B. y", "Which one?", "☐ A. x"]
    made = print_page.write(paper)
    together = made.partition('<div class="whole">')[2].partition("</table></div>")[0]
    assert "Before." not in together
    assert all(each in together for each in ("Which place?", "B.", "The letter", "<td"))
