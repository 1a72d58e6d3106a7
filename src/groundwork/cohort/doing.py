"""What is done to a cohort while no other program may, by its part, as others are told of it."""

DOING = {
    "new": "changing its people",
    "begin": "changing its people",
    "supervisors": "changing its people",
    "release": "giving out an exercise",
    "invite": "writing invitations",
    "collect": "collecting",
    "exchange": "collecting",
    "settle": "collecting",
    "drop": "collecting",
    "grade": "grading",
    "move": "giving a hand-in to somebody else",
    "give_earlier": "giving a hand-in to somebody else",
    "give": "reading",
    "decide": "reading",
    "comment": "reading",
    "aside": "setting work aside",
    "feedback": "writing feedback",
    "archive": "packing it",
    "forget": "deleting work",
}
