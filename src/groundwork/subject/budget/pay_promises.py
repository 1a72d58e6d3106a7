"""What a pay rule cannot promise on taxes, benefits and names, and a plan to keep no record.

Lists of words find what is often written. Counsel reads the notice, whether they find any or none.
"""

import re
from collections.abc import Iterable, Iterator

from groundwork.subject.remark import Remark

_NO_PROMISE = re.compile(
    r"\b(?:no(?:t|body)?|nothing|never|cannot|can['’]?t|neither|nor|whether|don['’]t)\b"
    r"[^.;,]{0,30}?\b(?:promis|guarante|say that|tell)\w*[^.;]*",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"(?:(?:\b(?<!may )(?<!might )(?:not|never)|n['’]t) (?:be )?"
    r"(?:tax(?:able|ed)|income|lose|affect\w*|lower\w*"
    r"|reduce\w*|chang\w*|touch\w*|cost|count(?:s|ed)?)|\btax[- ]?free|\buntaxed"
    r"|\bno (?:tax(?:es)?(?! (?:number|id|form|office))|effect)|\bneeds? no tax form"
    r"|\bowes? nothing|\b(?:benefits|SNAP|SSI|Medicaid) (?:will )?stays?"
    r"|\bkeeps? (?:your|their|all|every) [\w ]{0,15}benefits"
    r"|\b(?:ICE|IRS|police|immigration) (?:will |can |would )?never"
    r"|\bguarante\w+|\bpromise[sd]?|\bsafe from|\b(?:is|are) safe)\b",
    re.IGNORECASE,
)
_UNRECORDED = re.compile(
    r"\b(?:(?:do(?:es)?|did|will|is|are|be|need) ?(?:not|n['’]t)(?: need to)?(?: be)? "
    r"(?:report\w*|record\w*|writ\w+ down|kept on file)|(?:don|doesn|isn|aren|won)['’]t(?: be)? "
    r"(?:report\w*|record\w*|writ\w+ down)|not (?:reported|recorded|written down)"
    r"|(?:no|without (?:an?y? )?)(?: ?paper)?[ ]?(?:records?|trail|trace|paperwork)"
    r"|without (?:an?y? )?receipts?"
    r"|unreported|unrecorded|off the books|under the table)\b"
    r"(?! (?:immigration|status|names?|reasons?|why|who)\b)",
    re.IGNORECASE,
)


def remarks(told: Iterable[tuple[str, str]]) -> list[Remark]:
    """Remark on promises, and on records that are avoided.

    Parameters
    ----------
    told
        The heading of each part by which people are told, or written down, and its words.
    """
    return [remark for about, text in told for remark in _of(about, text)]


def former_limit(about: str, notice: str) -> list[Remark]:
    """Remark on a notice that names the line of a tax form as it was until 2025."""
    if "600" not in notice.replace(",", ""):
        return []
    return [
        Remark(
            about=about,
            what="$600 was the line for a federal tax form until 2025. Pay below a line is "
            "taxable income too.",
            try_instead="Say what may count as income, and who can be asked. Promise nothing.",
        )
    ]


def _of(about: str, text: str) -> Iterator[Remark]:
    said = _NO_PROMISE.sub(" ", text)
    if words := _PROMISED.search(said):
        yield Remark(
            about=about,
            harms=True,
            what=f"“{words[0]}” reads as a promise on taxes, benefits or names.",
            try_instead="A department cannot keep it. Say what may happen, and who can be asked. "
            "Ask counsel before anybody is told.",
            question="to read what people are told, before they are",
        )
    if words := _UNRECORDED.search(said):
        yield Remark(
            about=about,
            harms=True,
            what=f"“{words[0]}” reads as a plan to keep no record of a payment.",
            try_instead="Write what is recorded, and who may see it. Ask counsel which records "
            "the law wants.",
            question="which records of a payment the law wants",
        )
