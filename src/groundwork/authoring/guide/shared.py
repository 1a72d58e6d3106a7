"""Sentences that more than one page of the guide says, in one wording.

A promise that two pages put in different words is two promises. A page fills one in as
``{{ course | promise }}``.
"""

_CONSENT = (
    "In some states all must agree before anything records: so counsel is asked first, for an "
    "accommodation too. Until then captions save nothing, or a person takes notes."
)
_HOLD = (
    "When a request, a charge or a hold has come, or a complaint, a grievance or a threat to sue "
    "makes one likely, destroy nothing that it could cover, and ask counsel."
)
_HEADS = '"counsel", "HR", "finance", "records" and "union"'
_MISSED = (
    "Whoever was not there when the notice was read has it read to them by one of you before "
    "they take part, in work time."
)

SAID = {
    "promise": (
        "Your views, your passing, stepping out or handing in nothing, and your written work are "
        "not used in a review, a promotion, a discipline or a reference. One exception: a threat, "
        "harassment, or what law makes us act on. Then it is investigated, by the rules of any "
        "labor agreement, and discipline can follow. You may ask for your steward before you "
        "answer, where law or agreement gives you one."
    ),
    "remedy": (
        "If it was broken, the review, the promotion, the discipline or the reference is done "
        "again without what was used, which is taken out of the person's file. Pay, hours and "
        "standing lost by it are given back, as far as law and the labor agreement allow."
    ),
    "floor": (
        "Without paid time (number 1), or without the promise of number 2 from the appointing "
        "authority and HR, nothing begins."
    ),
    "away": (
        "Staying away from hours you were told to work is treated as any absence; passing or "
        "stepping out within them is not. If you think this unlawful, or cannot come for your "
        "religion, ask your steward, then tell HR before the day: nothing follows before counsel "
        "has looked. After that, staying away may still count as an absence."
    ),
    "told": (
        "We tell [name] only whether you were here, by date, and stepping out counts as here. HR "
        "keeps that."
    ),
    "signed": (
        "Nobody is enrolled before the appointing authority, HR, whoever investigates and their "
        "supervisor have signed, or counsel has said in writing how it goes without an outside "
        "investigator. An office that cannot keep a sentence writes which: it is struck "
        "here and in the notice. Whoever else has not signed is named."
    ),
    "order": (
        "First the offices sign, once for all. Then the invitation goes out. Whoever says yes is "
        'told: "Now we ask your supervisor to sign for your hours, who so learns of it. Do you '
        'still want that?" Only then is the supervisor asked.'
    ),
    "two": (
        "Change who speaks and who watches at least once. Either of you may stop the session; the "
        "other does not argue it there."
    ),
    "pairing": "Nobody pairs with whoever supervises them.",
    "out": (
        "Passing and stepping out need no reason: the handout has a task of equal worth, "
        "under “If you step out”."
    ),
    "moments": (
        "Print [Difficult moments](../difficult_moments.md) too, and have it at hand: “Is this "
        "legal now?” and “That line is me” can come in every session."
    ),
    "load": (
        "Who of us spoke, who comforted, who cleaned up, who stayed late? Change it next time. Was "
        "one of us made the target, and what do they need?"
    ),
    "split": (
        'Say only "nearly all" (of all, too), "most", "some" or "split": a count tells who differs.'
    ),
    "handouts": (
        "Nobody collects the handouts. Whether they may go home, the records officer says; until "
        "then they stay at work, with their writers."
    ),
    "yours": (
        "Nobody collects it; your employer may ask for it. Keep it at work until you have heard "
        "from us that it may go home: the records officer says."
    ),
    "keep": (
        "Slips, boards and parking sheet: keep or destroy them as your records officer wrote. "
        f"{_HOLD}"
    ),
    "hold": _HOLD,
    "own_map": (
        "For a power map of your own department ask counsel first: who directs it, and where it "
        "lies. Take Riverbend County (invented) until you have the answer."
    ),
    "own_ratings": (
        "For ratings of your own department ask counsel first: who directs them, and where they "
        "lie. Take Riverbend County (invented) until you have the answer."
    ),
    "poor": (
        "Thank you. Both are true: being poor harms health, and rules have also sorted people by "
        "race. Our chain has room for both. Which rule or budget stands behind what you have in "
        "mind?"
    ),
    "around": "With more than 12 people, pairs say it to each other, and three say it aloud.",
    "sorted": (
        "Ask at each level whom a rule sorted, and by what. In the 1930s a federal agency graded "
        "neighborhoods for lending, and wrote down where Black families or immigrants lived as a "
        "reason for a low grade. That is how racism can work: through a rule that somebody wrote "
        "and somebody can change, whatever those who apply it feel."
    ),
    "subject": "a training for staff about health equity and racial justice in our work",
    "heads": _HEADS,
    "limits": (
        "In a state whose law limits such trainings, no lesson begins before counsel has said yes "
        "to it in writing."
    ),
    "unanswered": (
        "Without the grants office's answer spend no award's money on it. Without the records "
        "officer's destroy nothing, and let no handout go home."
    ),
    "missed": _MISSED,
    "unpaid": (
        "If your position is paid for overtime, hours that you worked are to be paid; HR or your "
        "union can say whether it is. Your union can take it up, or I take it to HR with you. I "
        "write nothing down unless you say yes."
    ),
    "unnamed": (
        'In a small unit "without a name" is a name: so nothing goes on, and nothing on the '
        "parking sheet, which all get, before they say yes. If you are their supervisor, the law "
        "may oblige you to report hours worked: say so before they go on."
    ),
    "letter": (
        "Put one letter on the slip, fold it and pass it in. What you wrote stays on your handout."
    ),
    "cover": (
        "Ask all to cover the letters on the handout with a slip. Wait until each has written, "
        "then let them see the letters, and read them aloud:"
    ),
    "fold": "Write before you read on. Until all have written, cover the letters with a slip.",
    "turned": (
        "Of a slip that a table turned over, read no row aloud, and no number that counts it."
    ),
    "bring": (
        "Bring slips of paper for votes and asks, pens, a box with a lid, a clock that all can "
        f"see, and the parking sheet with the heads {_HEADS}. Give the handout out in the room; "
        "who needs it before, as in large print or for an interpreter, gets it whole two days "
        "before."
    ),
    "newcomers": (
        f"{_MISSED} In the order of the first session: one question to them, then the notice, what "
        "is unclear, and the agreements. That takes about 10 minutes, and ends before the "
        "session's clock begins."
    ),
    "one_side": (
        "Print the handout on one side of the paper: some of its last pages are cut apart, or kept "
        "back."
    ),
    "few": (
        "With fewer than 8 people even a word tells who differs: take no vote, read each letter "
        "aloud, and ask for reasons for each."
    ),
    "limited": (
        'Read aloud "What an agreement cannot do" too, which stands below them in '
        "[Agreements](../agreements.md)."
    ),
    "break": (
        "Whoever wants to may stay in the room. The two of you discuss votes with nobody, and "
        "change who speaks and who watches."
    ),
    "recording": (
        "We record nothing, and ask you to record nothing: no transcript, no AI note-taker, no "
        f"screenshots. This takes away no right the law gives you. {_CONSENT}"
    ),
    "consent": _CONSENT,
    "roster": (
        "Where counsel says a federal rule asks it, HR gets at the end a list of who was "
        "enrolled and chosen, without answers, points or numbers, for at least two years."
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
