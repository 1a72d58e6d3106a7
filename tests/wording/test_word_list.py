"""How much of what blames people the word list finds, and how seldom it speaks without a reason.

Four lists of one sentence a line. `blaming` and `ordinary` are what the list is held to; it was
mended until it met them. `unseen_blaming` and `unseen_ordinary` were written afterwards and nothing
was mended for them: they tell what the list does with words it has never met. Never mend the list
for an unseen sentence; move the sentence to the first two lists, and write a new one.
"""

import string
from pathlib import Path

import pytest

from groundwork.subject import wording
from groundwork.subject.wording import remarks
from groundwork.subject.wording_forms import WORDS

FOLDER = Path(__file__).parent
ISSUED = """lazy; irresponsible parents; genetics; they do not care; the culture is like that;
colored people; teen moms; broken families; non-compliant; refuse to; those people; hard to reach;
minorities; at-risk; illegals; illegal immigrants; inner city; welfare mothers; uneducated;
poor choices; risk behaviors; victims of AIDS; genetically prone; people who don't care"""


def lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_nine_of_ten_blaming_sentences_are_found() -> None:
    sentences = lines("blaming")
    missed = [sentence for sentence in sentences if not remarks(sentence)]
    print(f"found {len(sentences) - len(missed)} of {len(sentences)}")
    assert len(sentences) >= 120
    assert len(missed) <= len(sentences) / 10, missed


def test_of_ordinary_sentences_two_in_a_hundred_at_most_are_remarked_on() -> None:
    sentences = lines("ordinary")
    alarmed = {one: [each.found for each in remarks(one)] for one in sentences if remarks(one)}
    print(f"remarked on {len(alarmed)} of {len(sentences)}")
    assert len(sentences) >= 200
    assert len(alarmed) <= len(sentences) * 2 / 100, alarmed


def test_half_of_the_sentences_that_nobody_built_it_from_are_found() -> None:
    """What the head of wording.py tells of the list stays true."""
    blaming, ordinary = lines("unseen_blaming"), lines("unseen_ordinary")
    found = sum(bool(remarks(sentence)) for sentence in blaming)
    alarmed = [sentence for sentence in ordinary if remarks(sentence)]
    print(f"unseen: found {found} of {len(blaming)}, remarked on {len(alarmed)} of {len(ordinary)}")
    assert 0.4 <= found / len(blaming) <= 0.7
    assert len(alarmed) <= len(ordinary) * 2 / 100, alarmed


@pytest.mark.parametrize("phrase", [" ".join(one.split()) for one in ISSUED.split(";")])
def test_a_phrase_is_found_alone_and_in_either_case(phrase: str) -> None:
    assert remarks(phrase), phrase
    assert remarks(phrase.upper()), phrase


@pytest.mark.parametrize(
    "said",
    ["don't care", "don’t care", "do not care", "didn't care enough", "couldn't care less",
     "never cared", "does not really care", "do\nnot care", "DON'T CARE", "doesn't even care"],
)  # fmt: skip
def test_a_phrase_is_found_in_each_of_its_forms(said: str) -> None:
    assert remarks(f"because they {said}"), said


@pytest.mark.parametrize(
    "text",
    ["the care gap", "the genetic counselor position", "the culture of the organization",
     "the clinic does not care for infants", "illegal dumping", "the landlord refused to repair it",
     "American Indians", "the Office of Minority Health", "the genetics laboratory",
     "because residents were never asked", "because patients cannot come before five",
     "Black women were denied care", "the poor road", "the county failed to follow the rule"],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert remarks(text) == []


def test_a_cause_that_says_what_people_do_is_asked_about() -> None:
    (remark,) = remarks("because tenants throw our letters away")
    assert remark.found == "because tenants throw our"
    assert "because?" in remark.why


def test_of_two_that_overlap_the_special_one_is_named() -> None:
    (remark,) = remarks("because they do not care")
    assert remark.found == "do not care"


@pytest.mark.parametrize("entry", wording.listed(), ids=lambda entry: entry["id"])
def test_an_entry_is_whole_and_what_it_offers_would_itself_pass(entry: dict) -> None:
    known = {"id", "kind", "instead", "why", "source", "named", "forms", "unless", "general"}
    assert set(entry) | {"named", "unless", "general"} == known
    assert entry["kind"] in wording.KINDS
    assert entry["source"] in wording.SOURCES
    assert entry["forms"] and all(form.strip() for form in entry["forms"])
    assert 1 <= entry["why"].count(".") + entry["why"].count("?") <= 4
    assert remarks(entry["instead"]) == [], entry["id"]
    for form in [*entry["forms"], *entry.get("unless", [])]:
        named = {field.split(">")[0] for field in form.split("<")[1:] if ">" in field}
        assert named <= {*WORDS}, form


NAMED = [
    (entry["id"], page, term)
    for entry in wording.listed()
    for page, terms in entry.get("named", {}).items()
    for term in terms
]


@pytest.mark.parametrize(("id", "page", "term"), NAMED, ids=str)
def test_a_term_that_a_page_names_is_found_by_the_entry_that_credits_it(
    id: str, page: str, term: str
) -> None:
    (entry,) = [each for each in wording.entries() if each["id"] == id]
    assert page in wording.SOURCES
    assert entry["forms"].search(term), term


def test_every_source_is_followed_and_says_how_it_was_read() -> None:
    credited = {entry["source"] for entry in wording.listed()} | {page for _, page, _ in NAMED}
    assert credited == set(wording.SOURCES)
    for source in wording.SOURCES.values():
        assert "read" in source.casefold(), source


@pytest.mark.parametrize(
    "text",
    ["single mothers in the north of the county", "undocumented immigrants were told to leave",
     "foreign-born people who work at the plant", "a report of Johns Hopkins"],
)  # fmt: skip
def test_what_people_call_themselves_without_blame_is_left_alone(text: str) -> None:
    assert remarks(text) == []


def test_a_remark_leaves_quotations_and_names_of_ones_own_to_the_writer() -> None:
    assert "a name that people use for themselves" in wording.limits(1)


def test_an_entry_and_a_form_are_there_once() -> None:
    ids = [entry["id"] for entry in wording.listed()]
    forms = [form for entry in wording.listed() for form in entry["forms"]]
    assert len(set(ids)) == len(ids)
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_a_list_that_found_nothing_says_what_it_cannot_tell() -> None:
    said = wording.limits(0)
    assert said.startswith("The word list found nothing.")
    assert "cannot tell whether a sentence is fair" in said
    assert not any(letter.isdigit() for letter in said)  # how long the list is tells nothing
    assert "cannot tell" in wording.limits(2)
    assert remarks(said) == []


def test_a_long_text_is_read_in_a_moment() -> None:
    """No form walks back over the text again and again; a hang would meet the suite's limit."""
    for text in ("because the " * 5_000, "they do not " * 5_000, string.printable * 200):
        remarks(text)
