/* A bookmark: where the learner stopped reading, offered when the page is opened again.
 *
 * The browser keeps it, and it is the id of a cell: no word that anybody wrote.
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

  const headed = () => panel.content.widgets.filter(cell => cell.model.type === 'markdown' && headingOf(cell));
  const withdraw = () => {
    offered = null;
    line.suggest();
  };

  function look() {
    const outer = panel.content.outerNode;
    if (panel.isDisposed || !outer.clientHeight) return;
    const cells = headed();
    // A third of the way down, but not below what was scrolled: nobody has left the top at the top.
    const eyes = outer.getBoundingClientRect().top + Math.min(outer.scrollTop, outer.clientHeight / 3);
    const here = cells.filter(cell => cell.node.getBoundingClientRect().top <= eyes).at(-1);
    const passed = offered && cells.indexOf(here) >= cells.indexOf(offered);
    if (passed) withdraw();
    const isRead = outer.scrollTop + outer.clientHeight >= outer.scrollHeight - NEAR_THE_END;
    if (isRead) store.forget();
    // At the first heading what was kept may still be wanted.
    else if (cells.indexOf(here) > 0) store.keep(here.model.id);
  }

  // A scroll does not bubble, but it can be met on its way down.
  panel.node.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  }, { capture: true, passive: true });

  const last = store.read();
  const stopped = headed().find(cell => cell.model.id === last);
  if (!stopped) return;
  offered = stopped;
  line.suggest(`You stopped at “${headingOf(stopped)}”.`, [
    button('Go there', () => {
      withdraw();
      goTo(panel, stopped);
    }),
    button('Stay here', () => {
      withdraw();
      panel.content.activeCell?.node.focus({ preventScroll: true });
    }),
  ]);
}
