"""Which labels look alike: one name written in two ways. Texts only, no columns and no questions.

Labels are alike when nothing differs but marks, case, accents, letters of another script that look
the same, small words, plurals, common short forms, or one slip of the keys in a long word. Numbers
and signs such as < and + always tell labels apart: "Region 1" is not "Region 2".
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

# Letters of Greek and Cyrillic that look like Latin ones, and the Latin ones they look like.
_TWINS = str.maketrans(
    "АВЕКМНОРСТУХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXo",
)
_SMALL = frozenset(("and", "or", "of", "the", "y"))
_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+|[<>≤≥+%#$€£=*†‡]")
# Short forms of words of budgets, each with its word. codespell:off
_SHORT_FORMS = {
    short: word
    for word, shorts in {
        "administration": "admin administrative adm admn", "account": "acct", "agency": "agcy",
        "assistant": "asst", "authority": "auth", "board": "bd", "building": "bldg",
        "bureau": "bur", "center": "ctr cntr centre", "commission": "comm", "community": "cmty",
        "contract": "contr", "control": "ctrl", "coordinator": "coord", "county": "cnty co",
        "department": "dept dep dpt", "development": "dev devel dvlpmt", "district": "dist",
        "division": "div", "education": "educ edu", "emergency": "emerg", "enterprise": "ent",
        "environment": "env environ environmental", "equipment": "equip eqpt", "expense": "exp",
        "family": "fam", "federal": "fed", "finance": "fin", "foundation": "fdn found",
        "general": "gen genl gnrl", "government": "govt gov", "health": "hlth hth",
        "human": "hum", "information": "info", "international": "intl", "maintenance": "maint mtce",
        "management": "mgmt mgt mngmt", "manager": "mgr", "maternal": "mat", "national": "natl",
        "number": "no num nbr", "office": "ofc off", "operation": "ops oper", "program": "prog pgm",
        "project": "proj", "public": "pub publ", "revenue": "rev", "saint": "st",
        "section": "sect", "service": "svc srvc serv", "special": "spec", "supply": "suppl",
        "technology": "tech", "transfer": "xfer trsf", "university": "univ",
    }.items()
    for short in (word, *shorts.split())
}  # fmt: skip
# codespell:on
# Words for people that mean the same in a table of groups, the longest first.
_OF_GROUPS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\b(?:hispanics?|latin(?:os?|as?|x|e|@))\b(?: ?/ ?(?:as?|os?|x|e)\b)?", "hispanic"),
        (r"\bn\.?h\.?\b(?!/?pi)|\bnon?[- ]?hisp(?:anic)?\b|\bnot hispanic\b", "nonhispanic"),
        (r"\bafrican[- ]americans?\b|\bblacks?\b", "black"),
        (r"\bcaucasians?\b|\bwhites?\b", "white"),
        (r"\bamerican indians?\W*(?:or|and)?\W*alaskan? natives?\b|\bai ?/?an\b",
         "alaskanative"),
        (r"\bnative americans?\b|\bamerican indians?\b", "indian"),
        (r"\bnative hawaiians?\W*(?:or|and)?\W*(?:other )?pacific islanders?\b|\bnh ?/?o?pi\b",
         "pacificislander"),
        (r"\b(?:two|2) or more(?: races)?\b|\bmulti-?rac(?:ial|e)\b|\bmore than one race\b",
         "multiracial"),
    )
)  # fmt: skip
_GLYPHS = str.maketrans("oOlI|", "00111")


def alike(
    labels: Sequence[str], *, code: bool = False, groups: bool = False, slips: bool = True
) -> list[list[str]]:
    """Give labels that look alike, together, in the order in which they come.

    Parameters
    ----------
    labels
        Different labels of one column.
    code
        Whether they are codes: then marks, zeros in front and letters that look like digits say
        nothing, and no slip of the keys is looked for.
    groups
        Whether they name groups of people.
    slips
        Whether to look for slips of the keys, too.

    Examples
    --------
    >>> alike(["Gen Fund", "General Fund", "Fund 101", "Fund 102"])
    [['Gen Fund', 'General Fund']]
    >>> alike(["0100", "0l00", "101-0", "1010", "F100"], code=True)
    [['0100', '0l00', 'F100'], ['101-0', '1010']]
    >>> alike(["Hispanic/Latino", "Black", "Blck", "Hispanic or Latino", "White"], groups=True)
    [['Hispanic/Latino', 'Hispanic or Latino'], ['Black', 'Blck']]
    """
    found: dict[str, list[str]] = {}
    for label in labels:
        if key := _code(label) if code else _words(label, groups):
            found.setdefault(key, []).append(label)
    if code:
        return [each for each in found.values() if len(each) > 1 and not _other_letters(each)]
    if slips:
        for one, other in _slips({key: each[0] for key, each in found.items()}, groups):
            first, second = sorted((found[one], found[other]), key=lambda f: labels.index(f[0]))
            if first is not second:
                first += second
                found.update({key: first for key, each in found.items() if each is second})
    families = {id(each): each for each in found.values() if len(each) > 1}
    return list(families.values())


def _slips(labels: Mapping[str, str], groups: bool) -> list[tuple[str, str]]:
    """Give the keys of labels that differ by one slip of the keys in one long word."""
    near: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for key, label in labels.items():
        words = _tokens(label, groups)
        for at, word in enumerate(words):
            if len(word) < _SHORTEST or not word.isalpha():
                continue
            ways = {word, *(word[:i] + word[i + 1 :] for i in range(1, len(word)))}
            if len(word) >= _LONG or groups:
                ways |= {f"{word[:i]}?{word[i + 1 :]}" for i in range(1, len(word) - 1)}
            for way in sorted(ways):
                near[(*words[:at], way, *words[at + 1 :])].append((key, word))
    pairs: dict[tuple[str, str], None] = {}
    for close in near.values():
        for (one, word), (other, second) in combinations(close[:_MOST_NEAR], 2):
            if one != other and is_slip(word, second, groups):
                pairs.setdefault((one, other))
    return list(pairs)


_SHORTEST, _LONG, _MOST_NEAR = 4, 7, 12
# Words of the field that one letter tells apart.
_OWN_WORDS = frozenset(("maternal", "material", "county", "country", "brown", "browns"))


def is_slip(one: str, other: str, groups: bool = False) -> bool:
    """Say whether two words are one word with a slip: a letter lost, doubled, changed or moved.

    >>> is_slip("black", "blck"), is_slip("health", "heatlh"), is_slip("case", "care")
    (True, True, False)
    """
    if one == other or one[0] != other[0] or {one, other} <= _OWN_WORDS:
        return False
    short, long = sorted((one, other), key=len)
    if len(long) < 5:
        return False
    if len(long) == len(short):
        apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        first, last = apart[0], apart[-1]
        if len(apart) == 2 and last == first + 1:
            return one[first] == other[last] and one[last] == other[first]
        return len(apart) == 1 and one[-1] == other[-1] and (len(one) >= _LONG or groups)
    if len(long) != len(short) + 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    inner = at < len(short)
    return short[at:] == long[at + 1 :] and (
        inner or (len(long) >= (6 if groups else 8) and long[-1] != "s")
    )


def folded(label: str) -> str:
    """Give a label in small letters without accents, and without twins of other scripts."""
    text = unicodedata.normalize("NFKC", label).translate(_TWINS)
    text = "".join(each for each in unicodedata.normalize("NFKD", text)
                   if not unicodedata.combining(each))  # fmt: skip
    return re.sub(r"['’‘`]", "", text.casefold()).replace("&", " and ").replace("@", " at ")


def _tokens(label: str, groups: bool) -> list[str]:
    """The words, numbers and signs that tell a label from others."""
    text = folded(label)
    if groups:
        for pattern, word in _OF_GROUPS:
            text = pattern.sub(f" {word} ", text)
        text = re.sub(r"\bnon[- ]+", "non", " ".join(text.split()))
    words = [each.replace(",", "") for each in _TOKEN.findall(text)]
    words = [_SHORT_FORMS.get(_single(word), _single(word)) for word in words if word not in _SMALL]
    return sorted(dict.fromkeys(words)) if groups else words


def _single(word: str) -> str:
    """A word in the singular, as far as its end tells."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _words(label: str, groups: bool) -> str:
    """What counts in a label; numbers stay apart from each other, and words do not."""
    out = ""
    for token in _tokens(label, groups):
        out += f" {token}" if out[-1:].isdigit() and token[0].isdigit() else token
    return out


def _code(label: str) -> str:
    """What counts in a code: its letters and digits, without zeros in front."""
    text = re.sub(r"\.0+$", "", folded(label))
    text = re.sub(r"^fund\b", "", text)
    if sum(map(str.isdigit, text)) > 1 and not re.search(r"[a-z]{3}", text):
        text = re.sub(r"(?<=\d)[a-z|]+", lambda found: found[0].translate(_GLYPHS), text)
        text = re.sub(r"^[ol|](?=\d)", lambda found: found[0].translate(_GLYPHS), text)
    bare = re.sub(r"[\W_]", "", text)
    found = re.fullmatch(r"[a-z]{0,3}0*(\d+)", bare)
    return found[1] if found else bare


def _other_letters(codes: Iterable[str]) -> bool:
    """Whether codes of the same digits have different letters in front: F100 is not G100."""
    fronts = {re.match(r"[a-z]*", re.sub(r"[\W_]|fund", "", folded(code)))[0] for code in codes}  # type: ignore[index]
    return len({front.translate(_GLYPHS).strip("01") for front in fronts} - {""}) > 1
