"""What a run sheet asks of a room can be done there: by its papers, its form and its minutes."""

import re
from pathlib import Path

import pytest
from small_guide import ROOT

from groundwork.authoring.guide.shared import SAID
from groundwork.authoring.guide.step import Step, read_step
from groundwork.authoring.guide.stops import FORMS, Stop, read_stops
from groundwork.authoring.source import course, reader
from groundwork.cohort.guide_forms import CUT, LEFT_OUT
from groundwork.cohort.told.markdown import one_line
from groundwork.learner.questions import Choose, Flaw, Guess

TEXTS = [path for path, kind in course.guide_texts(ROOT).items() if kind == "session"]
EACH = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
ALOUD = 140  # words that are read aloud in a minute
SLIPS = 1.5  # minutes in which a room folds its slips and one of two people counts them
NUMBERS = {"Two": 2, "Three": 3, "second": 2, "third": 3}
NO_SCREEN = re.compile(
    r"\b(?:(?<!the one )above(?! what)|below|step \d|is next|the list|this page"
    r"|slider|press|click|move the amount)\b",
    re.I,
)


def built(path: Path, kind: str = "sessions") -> str:
    page = ROOT / course.GUIDE / kind / path.name
    return page.read_text(encoding="utf-8")


def lesson(path: Path) -> Step:
    step = read_step(ROOT, path.stem)
    assert step is not None
    return step


def planned(path: Path) -> list[Stop]:
    found = reader.read(path)[0]
    return read_stops(found, lesson(path), lambda _line, said: None)


def at(path: Path, stop: str) -> str:
    return built(path).partition(f"\n### {stop}\n")[2].partition("\n##")[0]


def rows(text: str, head: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return each row of a table of minutes: what it names, and its minutes in each form."""
    cell = rf"(\d+|{LEFT_OUT})"
    table = text.partition(f"| {head} |")[2].partition("\n\n")[0]
    found = re.findall(rf"^\| (.+) \| {cell} \| {cell} \| {cell} \|$", table, re.MULTILINE)
    return [(name, tuple(int(each.replace(LEFT_OUT, "0")) for each in of)) for name, *of in found]


@EACH
def test_whose_verdicts_are_read_aloud_its_options_stand_there_too(path: Path) -> None:
    text, told = path.read_text(encoding="utf-8"), 0
    for name, question in lesson(path).questions.items():
        if not re.search(rf"\{{\{{ {name} \| (?:answers|wrong) \}}\}}", text):
            continue
        if isinstance(question, Choose | Guess):
            named = [each.text for each in question.options]
            only_wrong = f"{{{{ {name} | answers }}}}" not in text
            if only_wrong and isinstance(question, Choose):
                named = [each.text for each in question.options if not each.right]
        elif isinstance(question, Flaw):
            named = [each.text for each in question.parts]
        else:
            continue
        assert [each for each in named if one_line(each) not in built(path)] == [], name
        told += 1
    assert told > 1


@EACH
def test_what_is_brought_is_named_and_newcomers_hear_the_notice(path: Path) -> None:
    prepare = built(path).partition("## What to prepare")[2].partition("\n## ")[0]
    assert SAID["bring"] in prepare
    assert "notice" in SAID["newcomers"] and "10 minutes" in SAID["newcomers"]
    assert path.stem.startswith("00") or SAID["newcomers"] in prepare
    if "of its own" in built(path, "handouts"):
        assert SAID["one_side"] in prepare
    for number in re.findall(r"agreements.*?: numbers ([^.,|]+(?:, [^.|]+)?)", built(path)):
        if "4" in re.findall(r"\d+", number):
            assert "an agreement cannot do" in built(path)


def test_the_notice_takes_newcomers_what_it_takes_the_first_session() -> None:
    (first,) = (path for path in TEXTS if path.stem.startswith("00"))
    heard = rows(at(first, "Arrive and agree"), "Part")
    for_them = [of[0] for name, of in heard if re.search(r"notice|unclear|agreements", name)]
    assert len(for_them) == 3 and sum(for_them) == 10


@EACH
def test_what_one_of_you_opens_with_has_its_minutes(path: Path) -> None:
    prepare = built(path).partition("## What to prepare")[2].partition("\n## ")[0]
    if "One of you opens" not in prepare:
        assert path.stem.startswith("00")
        return
    told = [of for name, of in rows(at(path, "Arrive and agree"), "Part") if "ne of you" in name]
    assert len(told) == 1 and min(told[0]) >= 1


@EACH
def test_as_many_prompts_are_said_as_stand_on_the_handout(path: Path) -> None:
    table = built(path, "handouts").partition("| Ask yourself |")[2].partition("\n\n")[0]
    prompts = len(re.findall(r"^\| [A-Z].+ \| \|$", table, re.MULTILINE))
    stop = at(path, "Write for yourself")
    assert {NUMBERS[each.title()] for each in re.findall(r"\b(two|three) prompts", stop, re.I)} == {
        prompts
    }
    for each in re.findall(r"(?:Take|only) the (second|third)", stop):
        assert NUMBERS[each] == prompts


@EACH
def test_each_form_has_things_to_cut_that_are_in_it(path: Path) -> None:
    stops = {stop.title: stop.minutes for stop in planned(path)}
    cuts = rows(built(path).partition("## What to cut first")[2], CUT)
    for form in range(len(FORMS)):
        left = [of[form] for _, of in cuts if of[form]]
        assert len(left) > 1 and sum(left) >= 5, FORMS[form]
    for name, minutes in cuts:
        (stop,) = [each for each in stops if name == each or name.startswith(f"{each}: ")]
        for form in range(len(FORMS)):
            assert minutes[form] <= stops[stop][form], name
        parts = rows(at(path, stop), "Part")
        thing = name.removeprefix(f"{stop}: ").partition(";")[0].lower()
        for part, of in parts:
            if part.lower().startswith(thing):
                assert all(mine <= its for mine, its in zip(minutes, of, strict=True)), name
                assert [not each for each in minutes] == [not each for each in of], name


@EACH
def test_a_vote_has_the_minutes_in_which_its_words_are_read_and_its_slips_counted(
    path: Path,
) -> None:
    timed = 0
    for stop in planned(path):
        text = at(path, stop.title)
        votes = [of for name, of in rows(text, "Part") if name.startswith("The vote")]
        asked = re.findall(r"\n> [^\n]+\n\n- \*\*A\.(?:.|\n)+?(?=\n\n[^-W])", text)
        if not votes or not asked:
            continue
        words = len(re.findall(r"[\w'’-]+", asked[0]))
        for minutes in filter(None, votes[0]):
            assert minutes + 0.05 >= words / ALOUD + SLIPS, (stop.title, words)
            timed += 1
    assert timed or path.stem.startswith("01")


@EACH
def test_a_guess_is_told_before_it_is_asked_for_and_the_slip_comes_last(path: Path) -> None:
    text = built(path)
    if SAID["letter"] not in text:
        assert path.stem.startswith("00")
        return
    stop = next(each for each in text.split("\n### ") if SAID["letter"] in each)
    assert stop.index("**Say.**") < stop.index("- **A.**") < stop.index(SAID["letter"])
    assert stop.index(SAID["letter"]) < stop.index("**Do.**")


@EACH
def test_letters_are_covered_until_all_have_written(path: Path) -> None:
    """A handout has them below the line to write on: for who reads better than they hear."""
    text, handout = built(path), built(path, "handouts")
    if SAID["letter"] not in text:
        assert path.stem.startswith("00")
        return
    stop = next(each for each in text.split("\n### ") if SAID["letter"] in each)
    assert stop.index(SAID["cover"]) < stop.index("- **A.**")
    part = next(each for each in handout.split("\n## ") if SAID["fold"] in each)
    assert part.index(SAID["fold"]) < part.index("| Your words |") < part.index("☐ **A.**")


@EACH
def test_wrong_options_are_told_below_what_was_asked(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"\{\{ (\w+) \| (?:wrong|answers) \}\}", text):
        if isinstance(lesson(path).questions[name], Choose | Flaw):
            assert re.search(rf"\{{\{{ {name} \| (?:vote|prompt) \}}\}}", text), name
            assert f"{{{{ {name} | answers }}}}" in text, name


@EACH
def test_something_can_be_cut_late_and_nothing_that_is_never_cut(path: Path) -> None:
    cut = built(path).partition("## What to cut first")[2].partition("\n## ")[0]
    stops = [stop.title for stop in planned(path)]
    quiet = next(at for at, title in enumerate(stops) if title.endswith("quietly"))
    cuts = rows(cut, CUT)
    late = [of for name, of in cuts if name.startswith(tuple(stops[quiet + 1 :]))]
    assert all(sum(each) >= 5 for each in zip(*late, strict=True))
    if "the quiet time" in cut.partition("**Never:**")[2]:
        assert [name for name, _ in cuts if name.startswith(stops[quiet])] == []


def test_whose_title_is_on_a_slip_hears_that_it_may_be_left_out() -> None:
    (path,) = (each for each in TEXTS if each.stem.startswith("06"))
    for title in ("Sort the slips", "End a grant with scissors"):
        said, _, key = at(path, title).partition("The minutes of each part")
        aloud = " ".join(re.findall(r"^> (.+)$", f"{said}", re.M))
        assert "may leave out a slip, without a reason" in aloud, title
        assert SAID["turned"] in f"{said}{key}", title


@pytest.mark.parametrize("form", range(len(FORMS)), ids=[str(each) for each in FORMS])
def test_nobody_from_finance_is_there_while_people_write_of_their_own(form: int) -> None:
    (path,) = (each for each in TEXTS if each.stem.startswith("06"))
    inside, alone = False, 0
    for stop in planned(path):
        if not stop.minutes[form]:
            continue
        words = at(path, stop.title)
        if stop.alone:
            assert not inside and re.search("nobody from finance is in the room", words, re.I)
            alone += 1
        inside = (inside or "analyst comes in" in words) and "analyst goes out" not in words
    assert inside and alone == 2


def test_a_walk_is_read_in_its_minutes() -> None:
    (path,) = (each for each in TEXTS if each.stem.startswith("04"))
    stop = at(path, "Tuesday's contract")
    ((_, minutes),) = [row for row in rows(stop, "Part") if row[0].startswith("The walk")]
    days, _, others = stop.partition("**Letters with which")[2].partition("\n\nWhere other")
    longest = max(re.findall(r"^\| .+$", others.partition("Then vote")[0], re.M), key=len)
    read = len(re.findall(r"[\w'’-]+", f"{days} {longest}"))
    assert read <= ALOUD * min(minutes) / 2  # the other half is the room's


@EACH
def test_no_verdict_that_is_read_aloud_points_at_a_page_that_nobody_has(path: Path) -> None:
    parts = built(path).split("\n## ")
    room = "".join(each for each in parts if not each.startswith("What wrong answers reveal"))
    said = re.findall(r"^- \*\*[A-H][^*]*\*\* “(.+)”$", room, re.MULTILINE)
    assert len(said) > 7
    assert [each for each in said if NO_SCREEN.search(each)] == []


@EACH
def test_what_they_take_away_is_told_of_them(path: Path) -> None:
    told = f"{built(path)}{built(path, 'supervisors')}"
    taken = re.findall(r"(?:Each takes away|From the lesson comes) (.+)\.(?: They|$)", told, re.M)
    assert len(taken) == 2
    assert [each for each in taken if re.search(r"\byour\b", each.partition(". They")[0])] == []
