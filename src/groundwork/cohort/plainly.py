"""The one door by which names and texts of learners come into a sentence, on every screen."""

from groundwork.cohort.page import plain

MOST = 300  # letters of what is said of one thing


def one_line(text: str, most: int = MOST) -> str:
    """Return text as one line without signs that nobody sees; a long one without its middle.

    A line of a terminal and a cell of a table hold what it says, and nothing that moves the cursor,
    hides what follows, or looks like another line.
    """
    line = " ".join(plain(text).split())
    if len(line) <= most:
        return line
    end = most // 3
    return f"{line[: most - end - 3]} … {line[-end:]}"
