/* A guess comes first: what gives the answer away stays folded until the learner has answered, or
 * asks to see it.
 *
 * A notebook tags such cells, charts and text alike; they belong to the cell above them. Where this
 * extension is not, nothing reads the tag and everything is shown.
 */
import { button, make } from './elements.js';

const TAG = 'after-answer';
const GUESS = 'Guess first. What comes next gives the answer away, so it opens when you have answered.';

const isFolded = cell => (cell.model.getMetadata('tags') ?? []).includes(TAG);

/** Fold what follows each guess of a notebook. */
export function foldAnswers(panel) {
  const cells = panel.content.widgets;
  cells.forEach((cell, place) => {
    if (isFolded(cell) || !cells[place + 1] || !isFolded(cells[place + 1])) return;
    const end = cells.findIndex((one, at) => at > place && !isFolded(one));
    addFold(cell, cells.slice(place + 1, end === -1 ? cells.length : end));
  });
}

/** Put a button below a question that shows and hides what follows it. */
function addFold(question, answer) {
  const words = make('p', { class: 'gwlab-fold-words' });
  const news = make('p', { class: 'gwlab-fold-words', role: 'status' });
  const control = button('', () => show(answer[0].isHidden));
  // A shortcut of the notebook would take the key that is pressed on the button.
  const bar = make('div', { class: 'gwlab-fold', 'data-lm-suppress-shortcuts': 'true' },
    make('div', {}, words, news), control);
  bar.addEventListener('keydown', event => event.stopPropagation());

  function show(shown) {
    answer.forEach(cell => cell.setHidden(!shown));
    control.textContent = shown ? 'Hide it again' : 'Show it anyway';
    control.setAttribute('aria-expanded', String(shown));
    words.textContent = shown ? '' : GUESS;
    // After the answer's own words, which are read aloud first.
    setTimeout(() => (news.textContent = answer[0].isHidden ? '' : whatIsShown(answer)), 300);
  }

  show(false);
  question.node.append(bar);
  question.node.addEventListener('gw-answered', () => answer[0].isHidden && show(true));
}

function whatIsShown(cells) {
  const chart = cells.map(cell => cell.node.querySelector('.gw-chart[aria-label]')).find(Boolean);
  return chart ? `Now shown below: the chart “${chart.getAttribute('aria-label')}”.` : 'Now shown below.';
}
