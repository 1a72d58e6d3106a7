"""Sentences that more than one page of the guide says, in one wording.

A promise that two pages put in different words is two promises. A page fills one in as
``{{ course | promise }}``.
"""

_CONSENT = (
    "In some states all must agree before anything records: so counsel is asked first, for an "
    "accommodation too. Until then: captions that save nothing, or a person who takes notes."
)

SAID = {
    "promise": (
        "Your views, your passing, stepping out or handing in nothing, and your written work are "
        "not used in a review, a promotion, a discipline or a reference. One exception: a threat, "
        "harassment, or what law makes us act on. Then it is investigated, under any labor "
        "agreement, and discipline can follow. You may ask for your steward before you answer, "
        "where law or agreement gives you one."
    ),
    "away": (
        "Staying away from hours you were told to work is treated as any absence; passing or "
        "stepping out within them is not. If you stay away because you think this unlawful, tell "
        "HR: nothing follows before counsel has looked."
    ),
    "told": "We tell [name] only whether you were here, by date; HR keeps that.",
    "signed": (
        "Nobody is enrolled before their supervisor, HR, whoever investigates and the appointing "
        "authority have signed; whoever else has not is named."
    ),
    "recording": (
        "We record nothing, and ask you to record nothing: no transcript, no AI note-taker, no "
        f"screenshots. This takes away no right the law gives you. {_CONSENT}"
    ),
    "consent": _CONSENT,
    "roster": (
        "At the end HR gets the list of who was enrolled and chosen, without answers, points or "
        "numbers, for at least two years."
    ),
    "pairs": (
        "Whom not to be paired with, tell one of us aloud; you need give no reason, and we write "
        "nothing down. If you tell us of harassment or danger, we may have to report it: ask "
        "first. If you need it for health, pregnancy, religion or safety, HR can say whether it "
        "is an accommodation."
    ),
    "doj_trainings": (
        "By summaries of it, it also lists trainings that single out, demean or stereotype people "
        "by such traits, and recipients who knowingly pay others who do; it says that whoever "
        "objects or declines is protected."
    ),
}
