/* The checks of an exercise: which cells nbgrader made one, and what is said of their outcome. */
import { make } from './elements.js';
import { several, UNJUDGED } from './progress.js';
import { goTo, headingOf, questionOf } from './reading.js';
import { codeCells } from './running.js';

const QUESTION = 'question ';

const grading = cell => cell.model.getMetadata('nbgrader') ?? {};

export const isGraded = cell => cell.model.getMetadata('nbgrader') !== undefined;
export const isCheck = cell => grading(cell).grade === true && grading(cell).solution !== true;
export const isExercise = panel => codeCells(panel).some(isGraded);

/** A check without points looks at form only: nobody has judged what it takes. */
const isForm = cell => isCheck(cell) && Number(grading(cell).points) === 0;

/** What a check says is help, not a crash: style.css shows it so. */
export function markChecks(panel) {
  for (const cell of codeCells(panel).filter(isCheck)) {
    cell.addClass('gwlab-check');
    cell.toggleClass('gwlab-form', isForm(cell));
  }
}

/** The check of the question that an element is in: the first one below it, if it is that question's.
 *
 * Question q10_who, a part, and q10b, which replaced q10, have "q10-check".
 */
export function checkBelow(panel, node) {
  const cells = panel.content.widgets;
  const place = cells.findIndex(cell => cell.node.contains(node));
  const found = place === -1 ? null : cells.slice(place + 1).find(isCheck);
  const asked = node.querySelector('[data-question]')?.dataset.question ?? '';
  return found && asked.startsWith(grading(found).grade_id.replace(/-check$/, '')) ? found : null;
}

/** Whether a check that failed did so with one of these errors of groundwork.learner.exercise. */
function failedWith(cell, ...names) {
  const outputs = cell.model.outputs;
  const all = Array.from({ length: outputs.length }, (_, place) => outputs.get(place).toJSON());
  return all.some(output => names.includes(output.ename));
}

/** Words on the checks among the cells that ran: what was found right, and apart from it what
 * nobody has judged, what is begun and what is not answered. Each that is open leads to its question.
 */
export function outcomeOf(panel, cells, failed) {
  const checks = cells.filter(isCheck);
  const partly = failed.filter(cell => isCheck(cell) && failedWith(cell, 'NotCompleteError'));
  const missing = failed.filter(cell => isCheck(cell) && !partly.includes(cell)
    && (isForm(cell) || failedWith(cell, 'NotAnsweredError')));
  const open = [...partly, ...missing];
  const wrong = failed.filter(cell => isCheck(cell) && !open.includes(cell));
  const written = checks.filter(cell => isForm(cell) && !failed.includes(cell)).length;
  const judged = checks.filter(cell => !isForm(cell) && !open.includes(cell)).length;
  const listed = (these, word) => (these.length ? [` Not ${word}: `, ...links(panel, these), '.'] : []);
  return [
    ...judgedWords(panel, judged, wrong),
    written ? ` ${several(written, UNJUDGED)}.` : '',
    ...listed(partly, 'complete'),
    ...listed(missing, 'answered'),
  ].filter(Boolean);
}

function judgedWords(panel, judged, wrong) {
  if (!judged) return ['No answer was checked yet.'];
  if (!wrong.length) return [judged === 1 ? 'The 1 checked answer is right.' : `All ${judged} checked answers are right.`];
  const counted = `${judged - wrong.length} of ${judged} checked ${judged === 1 ? 'answer is' : 'answers are'} right.`;
  return [`${counted} Not yet: `, ...links(panel, wrong), '.'];
}

/** The names of questions, each a way there; of several the word is said once, so that it takes a row less. */
function links(panel, cells) {
  const names = cells.map(cell => questionOf(panel, cell));
  const isShort = names.length > 1 && names.every(name => name.startsWith(QUESTION));
  const ways = cells.map((cell, place) => make('button', {
    type: 'button',
    class: 'gwlab-link',
    'aria-label': isShort ? names[place] : null,
    onclick: () => goTo(panel, headOf(panel, cell)),
  }, isShort ? names[place].slice(QUESTION.length) : names[place]));
  return [isShort ? 'questions ' : '', ...ways.flatMap((way, place) => (place ? [', ', way] : [way]))];
}

/** The text that opens a check's question. */
function headOf(panel, cell) {
  const cells = panel.content.widgets;
  const above = cells.slice(0, cells.indexOf(cell)).reverse();
  return above.find(one => one.model.type === 'markdown' && headingOf(one)) ?? cell;
}
