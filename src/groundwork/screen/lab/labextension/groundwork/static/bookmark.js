/* A bookmark: where the learner stopped reading, offered when the page is opened again.
 *
 * The browser keeps it: the id of a cell, and how far down in it. No word that anybody wrote.
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
    else if (headed().indexOf(headOf(here)) > 0) store.keep(`${here.model.id} ${shareAbove(here, eyes)}`);
  }

  // A scroll does not bubble, but it can be met on its way down.
  panel.node.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  }, { capture: true, passive: true });

  const [last, share = 0] = store.read()?.split(' ') ?? [];
  const stopped = panel.content.widgets.find(cell => cell.model.id === last);
  const head = stopped && headOf(stopped);
  if (!head) return;
  offered = stopped;
  line.suggest(`You stopped at “${headingOf(head)}”.`, [
    button('Go there', () => {
      withdraw();
      goTo(panel, stopped);
      const { top, height } = stopped.node.getBoundingClientRect();
      const { outerNode } = panel.content;
      outerNode.scrollTop += top + height * share - eyesOn(outerNode);
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

/** How much of a cell stands above a height of the window. */
function shareAbove(cell, height) {
  const box = cell.node.getBoundingClientRect();
  return Math.min(1, (height - box.top) / box.height).toFixed(2);
}
