"""A question of each kind, read from its text."""

from questions.texts import CARD, EVERY, FLAW, GUESS, TABLE, sheet

from groundwork.learner.questions import Question

QUESTIONS: dict[str, Question] = {
    each.id: each
    for each in (
        *sheet(EVERY + FLAW + CARD + TABLE)[0].questions,
        *sheet(GUESS, graded=False)[0].questions,
    )
}
