"""What each widget and its paper say of public records, the riskiest first.

What a person writes about somebody else's stand can harm both, so the power map says most. Each
sentence stands on its widget, where it is read before anything is written, and on the page of its
paper that the writer takes off before the paper is sent.
"""

SMALL_GROUP = (
    "A few people named by their race in one unit, as “the two Black supervisors”, can be known by "
    "that."
)
POWER_MAP = (
    "This map says who is for and who is against a decision. On a work device or in work time it "
    "can become a public record: a reporter, your board, or those on the map may read it. Write "
    "positions and groups, never a person's name; a position that one person holds points to that "
    f"person. {SMALL_GROUP} Write only what you would be content to see released."
)
CAUSE_MAP = (
    "This map says who decides and what came of it. It can become a public record. Write rules, "
    f"budgets and positions, never a person's name. {SMALL_GROUP}"
)
REGISTER = (
    "A register of measures is made to be read, and can become a public record with each of its "
    "drafts. Write positions, never a person's name, and no count from your own hiring files under "
    "10. Ask counsel before you analyze your department's own hiring."
)
EVIDENCE = (
    "Your ratings and what shows them can become a public record. Name papers and positions, never "
    f"a person; a position that one person holds points to that person. {SMALL_GROUP}"
)
RIGHTS = (
    "A draft of who decides, and in whose hours, can become a public record. Write positions and "
    "groups, never a person's name. Does one person hold a position? Then readers take it for that "
    "person: you may write it, and only what you would say to them."
)
BUDGET = (
    "Budget lines that end can name people before HR has spoken to them: in a small department a "
    "position is a person. Keep your own lines off a shared screen. What you write here can become "
    "a public record."
)
PAY = (
    "Who is paid, and who gets how much, can become a public record with each of its drafts. Write "
    "groups and positions, never a person's name, and nothing on the help that somebody gets."
)
ANSWER = (
    "Your facilitators read what you hand in, and each copy can become a public record: your "
    "employer or your boss may get it. Write rules and positions, never a person's name; a "
    "position that one person holds points to that person."
)
REFLECTION = (
    "Work devices and work time can make this a public record. "
    "Write only what you would be content to see released."
)
BY_RISK = (POWER_MAP, BUDGET, PAY, REGISTER, CAUSE_MAP, RIGHTS, EVIDENCE, ANSWER, REFLECTION)
