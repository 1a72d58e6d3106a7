/* A bookmark: where the learner stopped reading, offered when the page is opened again.
 *
 * The browser keeps it: the id of a cell, which part of it was open (its number), and how far down
 * in that. No word that anybody wrote.
 */
import { button } from './elements.js';
import { memoryOf } from './memory.js';
import { goTo, headingOf } from './reading.js';

const REST = 400; // milliseconds without scrolling
const NEAR_THE_END = 40; // pixels

/** Move the bookmark along as the learner reads, and offer to go where it was. */
export function keepBookmark(lib, panel, line) {
  const store = memoryOf(lib, 'stopped', panel.context.path);
  let offered = null;
  let timer;

  const placeOf = cell => panel.content.widgets.indexOf(cell);
  const isHeaded = cell => cell.model.type === 'markdown' && headingOf(cell);
  const headed = () => panel.content.widgets.filter(isHeaded);
  const headOf = cell => panel.content.widgets.slice(0, placeOf(cell) + 1).filter(isHeaded).at(-1);
  const withdraw = () => {
    offered = null;
    line.suggest();
  };

  function look() {
    const outer = panel.content.outerNode;
    if (panel.isDisposed || !outer.clientHeight) return;
    const eyes = eyesOn(outer);
    const cells = panel.content.widgets.filter(cell => !cell.isHidden);
    const here = cells.filter(cell => cell.node.getBoundingClientRect().top <= eyes).at(-1);
    if (!here) return;
    const passed = offered && placeOf(here) >= placeOf(offered);
    if (passed) withdraw();
    const isRead = outer.scrollTop + outer.clientHeight >= outer.scrollHeight - NEAR_THE_END;
    if (isRead) store.forget();
    // At the first heading what was kept may still be wanted.
    else if (headed().indexOf(headOf(here)) > 0) {
      const part = partAt(here, eyes);
      store.keep(`${here.model.id} ${partsOf(here).indexOf(part)} ${shareAbove(part, eyes)}`);
    }
  }

  // A scroll does not bubble, but it can be met on its way down.
  panel.node.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  }, { capture: true, passive: true });

  const [last, number, share] = store.read()?.split(' ') ?? [];
  const stopped = panel.content.widgets.find(cell => cell.model.id === last);
  const head = stopped && headOf(stopped);
  if (!head) return;
  offered = stopped;
  line.suggest(`You stopped at “${headingOf(head)}”.`, [
    button('Go there', () => {
      withdraw();
      goTo(panel, stopped);
      const part = partsOf(stopped)[number] ?? stopped.node;
      openPart(part);
      const { top, height } = part.getBoundingClientRect();
      const { outerNode } = panel.content;
      outerNode.scrollTop += top + height * (share ?? 0) - eyesOn(outerNode);
      focusAt(part, stopped.node, eyesOn(outerNode));
    }),
    button('Stay here', () => {
      withdraw();
      panel.content.activeCell?.node.focus({ preventScroll: true });
    }),
  ]);
}

/** Where in the window a reader looks: a third of the way down, but not below what was scrolled,
 * since nobody has left the top at the top.
 */
function eyesOn(outer) {
  return outer.getBoundingClientRect().top + Math.min(outer.scrollTop, outer.clientHeight / 3);
}

/** A cell as a whole, and the parts of it that can be closed: another one may be open next time. */
const partsOf = cell => [cell.node, ...cell.node.querySelectorAll('.gw-step-part, .gw-paper, details')];

/** The innermost part of a cell at a height of the window. */
function partAt(cell, height) {
  const isAt = node => {
    const { top, bottom } = node.getBoundingClientRect();
    return top <= height && height < bottom && !node.matches('details:not([open])');
  };
  return partsOf(cell).filter(isAt).at(-1) ?? cell.node;
}

/** Open a part and what it lies in. */
function openPart(part) {
  for (let each = part; each; each = each.parentElement?.closest('details')) {
    if (each.matches('details')) each.open = true;
  }
  part.querySelector(':scope > [hidden="until-found"]')?.dispatchEvent(new Event('beforematch'));
}

const CONTROLS = 'a[href], button, input, select, textarea, summary';
const TEXT = 'h2, h3, h4, p, li, tr, figure';

/** Give the focus to what stands at a height of the window, unless the cell begins in sight. */
function focusAt(part, cell, height) {
  if (part === cell && cell.getBoundingClientRect().top >= 0) return;
  const wayTo = node => {
    const { top, bottom } = node.getBoundingClientRect();
    return Math.max(top - height, height - bottom, 0);
  };
  const stops = [...part.querySelectorAll(`${CONTROLS}, ${TEXT}`)].filter(node => node.checkVisibility());
  if (!stops.length) return;
  const nearest = stops.reduce((best, node) => (wayTo(node) <= wayTo(best) ? node : best));
  if (!nearest.matches(CONTROLS)) nearest.tabIndex = -1; // text takes no focus by itself
  nearest.focus({ preventScroll: true });
}

/** How much of an element stands above a height of the window. */
function shareAbove(node, height) {
  const box = node.getBoundingClientRect();
  return Math.min(1, (height - box.top) / box.height).toFixed(2);
}
