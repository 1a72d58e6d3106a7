/* A guess comes first: what gives the answer away stays folded until the learner has answered, or
 * asks to see it.
 *
 * A notebook tags such cells, charts and text alike; they belong to the cell above them. Where this
 * extension is not, nothing reads the tag and everything is shown.
 */
import { addFold, tagsOf } from './folds.js';

const GUESS = 'Answer first. What comes next opens when you have answered.';

const isAnswer = cell => tagsOf(cell).includes('after-answer');

/** Fold what follows each guess of a notebook. */
export function foldAnswers(panel) {
  for (const [question, answer] of runsOf(panel, isAnswer)) {
    const fold = addFold(panel, {
      under: question,
      cells: answer,
      label: shown => (shown ? 'Hide it again' : 'Show it anyway'),
      words: shown => (shown ? '' : GUESS),
      news: shown => (shown ? whatIsShown(answer) : ''),
    });
    question.node.addEventListener('gw-answered', () => fold.isShown() || fold.turn(true));
  }
}

/** Each stretch of cells that are alike, with the cell above it. */
export function runsOf(panel, isOne) {
  const cells = panel.content.widgets;
  return cells.flatMap((cell, place) => {
    if (isOne(cell) || !cells[place + 1] || !isOne(cells[place + 1])) return [];
    const end = cells.findIndex((one, at) => at > place && !isOne(one));
    return [[cell, cells.slice(place + 1, end === -1 ? cells.length : end)]];
  });
}

function whatIsShown(cells) {
  const chart = cells.map(cell => cell.node.querySelector('.gw-chart[aria-label]')).find(Boolean);
  return chart ? `Now shown below: the chart “${chart.getAttribute('aria-label')}”.` : 'Now shown below.';
}
