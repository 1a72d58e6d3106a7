/* Copies of graded steps: a step that was pasted, or split in two, is graded once.
 *
 * nbgrader stops at a mark that stands twice, and then nothing of the hand-in counts. The mark is
 * taken off the later one; its text stays, and runs where it stands.
 */
import { questionOf } from './reading.js';

const MARKS = ['nbgrader', 'deletable', 'editable']; // the last two lock a graded step

/** Take the marks off what is a copy; returns the questions that had one. */
export function unmarkCopies(panel) {
  const seen = new Set();
  const questions = [];
  for (const cell of panel.content.widgets) {
    const id = cell.model.getMetadata('nbgrader')?.grade_id;
    if (id === undefined) continue;
    if (seen.has(id)) {
      questions.push(questionOf(panel, cell));
      MARKS.forEach(mark => cell.model.deleteMetadata(mark));
      cell.removeClass('gwlab-check');
    }
    seen.add(id);
  }
  return questions;
}

/** Keep every mark once, now and after each paste or split; `told` hears which questions had two. */
export function keepMarksOnce(panel, told) {
  const mend = () => {
    const questions = panel.isDisposed ? [] : unmarkCopies(panel);
    if (questions.length) told(questions);
  };
  mend();
  // After the change is through: a cell that is moved is for a moment there twice.
  panel.content.model.cells.changed.connect(() => setTimeout(mend));
}
