"""Which state or territory a place is in, as people write it: "Allen County, Indiana"."""

import re

_ABBREVIATIONS = dict(
    re.findall(
        r"(\w\w)=([^;]+)",
        "AL=Alabama;AK=Alaska;AZ=Arizona;AR=Arkansas;CA=California;CO=Colorado;CT=Connecticut;"
        "DE=Delaware;DC=District of Columbia;FL=Florida;GA=Georgia;HI=Hawaii;ID=Idaho;IL=Illinois;"
        "IN=Indiana;IA=Iowa;KS=Kansas;KY=Kentucky;LA=Louisiana;ME=Maine;MD=Maryland;"
        "MA=Massachusetts;MI=Michigan;MN=Minnesota;MS=Mississippi;MO=Missouri;MT=Montana;"
        "NE=Nebraska;NV=Nevada;NH=New Hampshire;NJ=New Jersey;NM=New Mexico;NY=New York;"
        "NC=North Carolina;ND=North Dakota;OH=Ohio;OK=Oklahoma;OR=Oregon;PA=Pennsylvania;"
        "RI=Rhode Island;SC=South Carolina;SD=South Dakota;TN=Tennessee;TX=Texas;UT=Utah;"
        "VT=Vermont;VA=Virginia;WA=Washington;WV=West Virginia;WI=Wisconsin;WY=Wyoming;"
        "AS=American Samoa;GU=Guam;MP=Northern Mariana Islands;PR=Puerto Rico;"
        "VI=Virgin Islands",
    )
)
NAMES = tuple(_ABBREVIATIONS.values())
_NAMES = {name.casefold(): name for name in NAMES}
_SHORT = re.compile(rf"[,\s]({'|'.join(_ABBREVIATIONS)})\.?(?:\s+\d{{5}})?\s*$")
# A county, city or river may be called as a state: "Iowa County" is in Wisconsin.
_LONG = re.compile(
    rf"\b({'|'.join(sorted(_NAMES, key=len, reverse=True))})\b"
    r"(?!\s+(?:county|city|parish|falls|river|city-county)\b)",
    re.IGNORECASE,
)


def state_in(place: str) -> str:
    """Return the state that a place ends with, or else names last; "" where it names none.

    >>> state_in("Iowa County, Wisconsin"), state_in("Lima, OH"), state_in("Allen County")
    ('Wisconsin', 'Ohio', '')
    """
    if short := _SHORT.search(f" {place}"):
        return _ABBREVIATIONS[short[1]]
    found = _LONG.findall(place)
    return _NAMES[found[-1].casefold()] if found else ""
