"""Where people, or their parents, come from: countries, regions, languages and Tribes in a text.

The names are those of the Unicode CLDR, and of Tribes (`origins.json`). A name alone says nothing:
bread is Italian, and spices come from India. What stands beside it says whether it is people.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from groundwork.subject.peoples import KEPT, OF_PERSONS, PERSONS

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_ENDINGS = ("n", "an", "ian", "nian", "ean", "ese", "i")
_SHORTEST = 5  # letters of a form that is made by an ending
_OTHER_WORDS = {*KEPT["also_in_the_united_states"], *KEPT["other_words"]}
"""Names of a state, a county or a city here, and those that are another word too."""
_CAPITAL = set(KEPT["with_a_capital"])
"""Names that are people only with a capital, being a verb, a bird or a first name."""
_THINGS_FROM = (
    r"(?:calls?|candy|candies|cases?|cheese|clay|cosmetics|data|dust|exports?|figures?|flights?"
    r"|foods?|fruits?|goods|imports?|imported|letters?|lead|meat|medicines?|news|notes?|paint|pottery"
    r"|powders?|produce|products?|records?|referrals?|remed(?:y|ies)|reports?|results?|return(?:s|ed"
    r"|ing)?|samples?|shipments?|spices?|stories|sugar|supplies|surma|toys|travel(?:s|ed|ing|ers?)?"
    r"|trips?|vaccines?|visits?|water|chagas|cholera|dengue|ebola|infections?|malaria|measles|mpox"
    r"|outbreaks?|polio|strains?|tuberculosis|TB|typhoid|virus(?:es)?|zika)"
)
_COMES = re.compile(
    r"\b(?:from|born (?:in|outside(?: of)?)|(?:out|outside|inside) of|fled|native to|ties to"
    r"|(?:roots|famil(?:y|ies)|relatives|parents|kin|raised|grew up|schooled|trained) in"
    r"|(?:people|citizens|natives|nationals|survivors|families|children|parents|(?:wo)?men) of)"
    r" (?:the )?(?:(?:north|south|east|west)(?:ern)? |rural )?$",
    re.IGNORECASE,
)
_NOT_PEOPLE_FROM = re.compile(rf"\b{_THINGS_FROM} from (?:the )?$", re.IGNORECASE)
_LITTLE = re.compile(r"\blittle $", re.IGNORECASE)
_IN_A_NAME = re.compile(
    r"\b(?:New|West|Mount|Mt\.?|Fort|Port|San|Lake|(?:City|Town|Village|Township|County|University"
    r"|State|Bank|Gulf) of) $"
)
_NAMES_ON = re.compile(
    r"[ -](?:County|City|Town(?:ship)?|Village|Streets?|St\b|Ave|Avenue|Road|Rd\b|Drive|Lane|Creek"
    r"|River|Lakes?|Hills?|Heights|Park|School|Elementary|High|Middle|Hospital|Clinic|Medical|Health"
    r"|Valley|Beach|Springs|Falls|Mills?|Grove|Point|Bridge|Square|Center|University|College|Church"
    r"|Ward|District|Precinct|Parish|Pike|Hall|[Oo]ffice|[Cc]linic|[Ss]ite)\b"
    r"|, (?:[A-Z]{2}\b|(?:Missouri|Indiana|Illinois|Ohio"
    r"|Pennsylvania|Tennessee|New York|Maine|Kentucky|Iowa|Kansas|Nebraska|Texas|Wisconsin)\b)"
)
_BORN = re.compile(r"[ -](?:born|origin|heritage|descent|ancestry)\b", re.IGNORECASE)
_PERSONS_NEXT = re.compile(rf"[ -]{PERSONS}\b", re.IGNORECASE)
_OF_PERSONS = re.compile(OF_PERSONS, re.IGNORECASE)
_IS = re.compile(
    rf"\b(?:(?:who|whoever|they|{PERSONS}) (?:are|is|was|were)|being|identif(?:y|ies) as)"
    r" (?:an? )?$",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(r" (?:(?-i:[A-Z])|with\b)")
_ALONE = re.compile(r"\W*(?:first|only|then\b.*)?\W*", re.IGNORECASE | re.DOTALL)
PLACE, PEOPLE, SEVERAL = "place", "people", "several of a people"
_BESIDE = 80  # letters that are read before and behind a name


def found(text: str) -> str:
    """Return the first name of a country, a region, a language or a Tribe that is people, or "".

    >>> found("Families from Haiti"), found("Spices from India"), found("Italian families")
    ('Haiti', '', 'Italian')
    """
    for start, name, kind in _named(text):
        before = text[max(0, start - _BESIDE) : start]
        after = text[start + len(name) :][:_BESIDE]
        if _comes(before, after) if kind == PLACE else _is_of(before, after, kind):
            return name
    return ""


def _comes(before: str, after: str) -> bool:
    """Whether a place is one that people come from."""
    if _IN_A_NAME.search(before) or _NAMES_ON.match(after):
        return False
    if _LITTLE.search(before) or _BORN.match(after) or _PERSONS_NEXT.match(after):
        return True
    return bool(_COMES.search(before)) and not _NOT_PEOPLE_FROM.search(before)


def _is_of(before: str, after: str, kind: str) -> bool:
    """Whether a people's or a language's name stands for people, as one of several does alone."""
    if kind == SEVERAL and not _OF_A_BODY.match(after):
        return True
    if _OF_PERSONS.match(after) or _BORN.match(after) or _IS.search(before):
        return True
    return not before.strip(" \n") and bool(_ALONE.fullmatch(after))


def _named(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where each name stands, as it is written, and what it names."""
    known, end = _known(), 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end:
            continue
        for name, kind in known.get(word[0].casefold(), ()):
            written = text[start : start + len(name)]
            if written.casefold() != name or text[start + len(name) :][:1].isalpha():
                continue
            if name in _CAPITAL and not written[0].isupper():
                continue
            yield start, written, kind
            end = start + len(name)
            break


@cache
def _known() -> dict[str, list[tuple[str, str]]]:
    """Return the names by their first word, the longest first, and what each names."""
    places = set(_cut(KEPT["places"] + KEPT["names_of_places"]))
    written = (*KEPT["peoples"], *KEPT["faiths"], *KEPT["languages"], *KEPT["tribes"])
    peoples = {name.casefold() for name in (*written, *KEPT["others"])}
    peoples = (peoples | set(_forms(places))) - _OTHER_WORDS
    names = {f"{name}s": SEVERAL for name in peoples if not name.endswith(("s", "e", "h"))}
    names |= dict.fromkeys(peoples, PEOPLE) | dict.fromkeys(places, PLACE)
    known: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(names.keys() - _OTHER_WORDS, key=len, reverse=True):
        if first := _WORD.match(name):
            known.setdefault(first[0], []).append((name, names[name]))
    return known


def _cut(places: Iterable[str]) -> Iterator[str]:
    """Yield the names by which papers call a place: "Congo" of "Congo - Kinshasa"."""
    for place in places:
        for name in re.split(r" - | & | \(", place.casefold().removesuffix(" sar china")):
            yield name.strip(" )")


def _forms(places: Iterable[str]) -> Iterator[str]:
    """Yield what people from a place may be called: Peru, Peruian; Chile, Chilean."""
    for place in places:
        for stem in (place, place[:-1], place[:-2]):
            for ending in _ENDINGS:
                if len(stem + ending) >= _SHORTEST:
                    yield stem + ending
