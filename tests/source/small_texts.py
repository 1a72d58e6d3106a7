"""A small course of texts: one lesson, its exercise, and the page of help."""

from pathlib import Path

LESSON = """---
title: A job to do
discuss: 5
quick: {does: do the job}
imports: first-code
---

# A job to do

**Why.** It matters.

**Minutes.** Read {{ lesson | read }} · do {{ lesson | do }} · reflect {{ lesson | reflect }}.
In a group, plan {{ lesson | discuss }} more to talk.

**Only {{ lesson | quick }} minutes?** Go to your turn.

**You will be able to** do the job.

Go to [Your turn](#your-turn), or see [the rules](how_it_works.md). Its exercise has
{{ exercise | questions }} questions; number {{ q2 | number }} is worth {{ q2 | points }}.

## Before you start

Guess.

## A worked example

Look.

+++ {"tags": ["quick"]}

## Your turn

:::{choose} level
:tags: after-answer

At which level?

- [ ] person: The person
  > Who decides?
- [x] policy: Policy and law
  > It is a rule.
- [ ] place: The neighborhood
  > It stands behind it.
:::

:::{reflect} small_me
:cell: think
:kept: me

What will you ask, and whom?
:::

:::{power-map} power_map
:::

:::{place} place
:::

```{code-cell} python
:id: compute
:tags: code-path

1 + 1
```

## Your department

Yours.

## Reflect

On it.

## Key points

One.

## Look back

Two.

## What these numbers cannot show

Much.

## Sources

None.
"""

EXERCISE = """---
title: Trace it
---

# Trace it

{{ exercise | questions }} questions in {{ exercise | minutes }} minutes.

+++ {"id": "q1-text"}

## Question {{ q1 | number }}: How large?

{{ q1 | promises }} ({{ q1 | points }})

:::{number} q1
:points: 1
:within: 0.05
:unit: deaths
:code: gap
:given: one {7.7} | other {4.4}
:solution: one - other

How many more?

- [x] {3.3}
  > It is the difference.
- [ ] 1.75
  > That is the ratio.
- [ ] -3.3
  > The sign is wrong.
- [ ] 3
  > Give one decimal.

> [else] Check the groups.
:::

:::{choose} q2b
:cell: q2
:points: 2

Which step?

- [ ] survey: A survey of patients
  > Nobody has to answer it.
- [x] seat: A seat on the panel
  > It is a vote.
- [ ] talk: A talk with the manager
  > It binds nobody.
:::

:::{write} q3
:words: 4
:rows: 3
:because: why

Trace a gap.

- [The gap] gap: What differs?
- [The because] why: Because…

> [weak] In Riverbend County (invented) they do not know.

> [strong] In Riverbend County (invented) the clinic closed because its grant ended last year.
:::

+++ {"id": "q3"}

### Read by a person

Up to {{ q3 | points }}.

:::{mark-scheme} q3
Read for the thinking.

- [2] chain: The chain goes up.
  > [ask] Does it go up?
  > [2] Two levels.
  > [1] One level.
  > [0] None.

> [end] Name one thing that is strong.
:::
"""

HELP = """---
title: How it works
---

# How it works

You read, and you answer.
"""


def write_course(root: Path, lesson: str = LESSON, exercise: str = EXERCISE) -> None:
    """Write the texts of a small course."""
    for path, text in {
        "modules/01_job.md": lesson.replace("{{ q2 |", "{{ q2b |"),
        "modules/how_it_works.md": HELP,
        "exercises/01_job/01_job.md": exercise,
        "datasets/README.md": "",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
