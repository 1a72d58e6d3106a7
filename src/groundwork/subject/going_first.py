"""Words in a written rule by which race, origin or faith says who goes first.

What is denied, told of others or said of today is no rule. A list finds what is often written.
"""

import re

from groundwork.subject import choosing, race_words

FIRST = (
    f"“{{}}”: choosing who goes first {choosing.BY_LAW} Write the need, and what shows it. Ask "
    "counsel."
)
"""What is said of a written rule by which race, or what stands in for it, goes first."""
_NOT_TOLD = (  # neither what is denied nor what somebody said
    r"(?!(?:not|never|no|nor|nobody|n['’]t|don['’]t|doesn['’]t|says?|said|tells?|told|that|think\w*"
    r"|feels?|ask\w*|we|they|i)\b)"
)
_WORD = rf"{_NOT_TOLD}[\w’'-]+"
_WHO = rf"{_WORD}(?: {_WORD}){{0,3}}?"
_AHEAD = (
    r"(?:first\b(?! (?:to|at|into)\b)"
    r"|(?:before|ahead of) (?:all |the |every |any )*(?:others?|rest|\w+body|\w+one)\b)"
)
_DONE = r"(?:served|seen|visited|called|helped|treated|scheduled|reached|admitted|placed|paid)"
_FAVOR = r"(?:priority|preference|precedence)"
_SERVED_FIRST = re.compile(
    rf"\b(?P<who>{_WHO})(?:,? who(?: {_WORD}){{1,6}}?,?)?"
    r" (?:(?:must|should|shall|will|would|always|also|then) )*"
    rf"(?:(?:comes?|go(?:es)?)(?: in)? {_AHEAD}|(?:is|are|be) (?:{_DONE} {_AHEAD}|prioriti[sz]ed)"
    rf"|(?:gets?|has|have|takes?|receives?|(?:is|are|be) given) (?:the )?(?:first )?{_FAVOR}"
    r"\b(?! (?:needs?|health|mail)\b))"
    rf"|\b(?:first (?:comes?|go(?:es)?)|{_FAVOR} (?:goes |(?:is |are )?given )?to) (?P<whom>{_WHO})"
    r"(?=\s*(?:[.,;:)]|$|(?:and|then|who|whose|with|in|on|before)\b))"
    rf"|(?:^|[:;,] )(?P<only>{_WHO}) first(?=\s*(?:[.,;:)]|$|(?:and|then)\b))",
    re.IGNORECASE,
)
_AS_IT_IS = re.compile(r"\b(?:today|still|currently|so far|until now)\b", re.IGNORECASE)
_NOBODY = re.compile(  # what comes first as a thing: racial equity, an end of segregation
    r"\b(?:rac(?:e|es|ial|ially|ism)|ethnic\w*|redlining|segregation|slavery|religion)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<=[.;!?])\s+|\n\s*")


def found_in(text: str) -> str:
    """Return the first words by which race, origin or faith says who goes first, or "".

    >>> found_in("Black mothers come first."), found_in("Black mothers die more often.")
    ('Black mothers come first', '')
    """
    for sentence in _ENDS.split(text.strip()):
        if _AS_IT_IS.search(sentence):
            continue  # how it is now, and no rule
        for found in _SERVED_FIRST.finditer(sentence):
            who = found["who"] or found["whom"] or found["only"]
            words = race_words.named_or_meant(_NOBODY.sub(" ", who))
            if words and not (found["only"] and not who.startswith(words)):
                return found[0].strip(" ,;:")
    return ""
