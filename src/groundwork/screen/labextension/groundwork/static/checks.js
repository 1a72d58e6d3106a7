/* The checks of an exercise: which cells nbgrader made one, and what is said of their outcome. */
import { make } from './elements.js';
import { goTo, headingOf, questionOf } from './reading.js';
import { codeCells } from './running.js';

const grading = cell => cell.model.getMetadata('nbgrader') ?? {};

export const isGraded = cell => cell.model.getMetadata('nbgrader') !== undefined;
export const isCheck = cell => grading(cell).grade === true && grading(cell).solution !== true;
export const isExercise = panel => codeCells(panel).some(isGraded);

/** What a check says is help, not a crash: style.css shows it so. */
export function markChecks(panel) {
  codeCells(panel).filter(isCheck).forEach(cell => cell.addClass('gwlab-check'));
}

/** Words on the checks among the cells that ran; each that is open leads to its question. */
export function outcomeOf(panel, cells, failed) {
  const all = cells.filter(isCheck).length;
  const open = failed.filter(isCheck);
  if (!open.length) return `All ${all} are right.`;
  const names = open.map(cell => make('button', {
    type: 'button',
    class: 'gwlab-link',
    onclick: () => goTo(panel, headOf(panel, cell)),
  }, questionOf(grading(cell).grade_id)));
  const list = names.flatMap((name, place) => (place ? [', ', name] : [name]));
  return [`${all - open.length} of ${all} are right. Still open: `, ...list, '.'];
}

/** The text that opens a check's question. */
function headOf(panel, cell) {
  const cells = panel.content.widgets;
  const above = cells.slice(0, cells.indexOf(cell)).reverse();
  return above.find(one => one.model.type === 'markdown' && headingOf(one)) ?? cell;
}
