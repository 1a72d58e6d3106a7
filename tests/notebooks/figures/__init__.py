"""Where each figure in the words of a lesson or an exercise comes from.

One module a notebook, `lesson_00.py` or `exercise_01.py`, with one function `table()`: for each
cell, by its id, the pieces of its text that hold a figure, with the figure written in from the data
sets. What is in no data set is written out, with where it was read. What looks like a figure and is
none (a step of a scale, a wrong option) says so. So a number that was changed in the lesson, or in
the data, fails, and a new number fails until its author says where it comes from.

A new lesson? Copy the shape of `lesson_00.py`, run `python3 start.py test tests/notebooks -k 02`,
and let the messages tell which numbers still need an entry.
"""
