/* Parts of a page that are folded until they are wanted: one way for all of them.
 *
 * A fold is a bar with words and a button, and what it hides: whole cells, and of a cell with a
 * heading all that stands below the heading. The notebook says by tags what is folded; nothing is
 * ever taken out of it, so a printout and any other viewer show everything. Folded text is left to
 * the browser's search, which opens the fold, and a link to it does so too.
 */
import { button, make } from './elements.js';

const folds = new WeakMap(); // a cell -> the folds that hide it, or what stands below its heading

export const tagsOf = cell => cell.model.getMetadata('tags') ?? [];

/** Open what hides a cell, and what it folds itself, since somebody wants to go there. */
export function unfold(cell) {
  for (const fold of folds.get(cell) ?? []) fold.show(true);
}

/** Open what is folded when the search, the outline or a key of JupyterLab turns to it. */
export function openWhatIsTurnedTo(panel) {
  panel.content.activeCellChanged.connect((_, cell) => {
    for (const fold of (cell && folds.get(cell)) ?? []) if (fold.hides(cell)) fold.show(true);
  });
}

/** Do something that changes the page's height, while what has the focus stays where it is seen. */
export function holdStill(panel, act) {
  const outer = panel.content.outerNode;
  const held = outer.contains(document.activeElement) ? document.activeElement : null;
  const before = held?.getBoundingClientRect().top;
  act();
  if (held?.isConnected) outer.scrollTop += held.getBoundingClientRect().top - before;
}

/** Make a fold, closed: `{turn(shown), show(shown), isShown(), hides(cell), remove()}`.
 *
 * `head` is the cell with the heading, or `under` the cell at whose end the bar stands; `cells` are
 * hidden whole. `label(shown)` is the button's text and `words(shown)` what stands before it.
 * `turn` also says `news(shown)` to a screen reader, as the answer to what the learner did. `name`
 * tells one button from another for whoever does not see where it stands.
 */
export function addFold(panel, { head, under, cells, label, words = () => '', news = () => '', name = '' }) {
  const text = make('p', { class: 'gwlab-fold-words' });
  const told = make('p', { class: 'gwlab-fold-words', role: 'status' });
  const control = button('', () => fold.turn(!shown));
  // A shortcut of the notebook would take the key that is pressed on the button.
  const bar = make('div', { class: 'gwlab-fold', 'data-lm-suppress-shortcuts': 'true' },
    make('div', {}, text, told), control);
  bar.addEventListener('keydown', event => event.stopPropagation());
  const mine = [...cells, ...(head ? [head] : [])];
  let shown = true;

  const fold = {
    isShown: () => shown,
    hides: cell => !shown && cells.includes(cell),
    turn(now) {
      holdStill(panel, () => fold.show(now));
      // After the words of an answer that opened it, which are read aloud first.
      setTimeout(() => (told.textContent = news(shown)), 300);
    },
    show(now) {
      const focusGoes = !now && cells.some(cell => cell.node.contains(document.activeElement));
      shown = now;
      control.textContent = label(now);
      if (name) control.setAttribute('aria-label', `${label(now)}: ${name}`);
      control.setAttribute('aria-expanded', String(now));
      speak();
      told.textContent = '';
      draw();
      if (focusGoes) control.focus({ preventScroll: true });
    },
    remove() {
      shown = true;
      draw();
      watch?.disconnect();
      bar.remove();
      listening.abort();
      mine.forEach(cell => folds.get(cell).delete(fold));
    },
  };

  function draw() {
    cells.forEach(cell => seeCell(cell, ![...folds.get(cell)].some(one => one.hides(cell))));
    if (head) drawHead();
  }

  /** Keep the bar below the heading and hide or show what follows, also when it is drawn anew. */
  function drawHead() {
    const heading = head.node.querySelector('.jp-MarkdownOutput :is(h2, h3)');
    if (!heading) return;
    if (heading.nextElementSibling !== bar) heading.after(bar);
    for (let part = bar.nextElementSibling; part; part = part.nextElementSibling) see(part, shown);
  }

  /** Its words, and that the learner kept something in what it hides. */
  function speak() {
    const holds = !shown && cells.some(cell => cell.node.querySelector('[data-holds]'));
    text.textContent = [words(shown), holds ? 'You kept something here.' : ''].filter(Boolean).join(' ');
  }

  const listening = new AbortController();
  for (const cell of mine) {
    folds.set(cell, (folds.get(cell) ?? new Set()).add(fold));
    // The browser's own search found something in it.
    cell.node.addEventListener('beforematch', () => fold.turn(true), { signal: listening.signal });
    cell.node.addEventListener('gw-holds', speak, { signal: listening.signal });
  }
  if (under) under.node.append(bar);
  const watch = head && new MutationObserver(drawHead);
  watch?.observe(head.node, { childList: true, subtree: true });
  fold.show(false);
  return fold;
}

function see(node, seen) {
  if (seen === !node.hasAttribute('hidden')) return;
  if (seen) node.removeAttribute('hidden');
  else node.setAttribute('hidden', 'until-found');
}

function seeCell(cell, seen) {
  cell.setHidden(!seen); // the notebook's arrows then pass over it
  cell.removeClass('lm-mod-hidden'); // which would hide it from the browser's search
  see(cell.node, seen);
}
