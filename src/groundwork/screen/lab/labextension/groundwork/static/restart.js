/* Where the reader is, over a restart: every widget is drawn anew then. */

const FIELDS = 'input, textarea, select, button, summary';
const ACTS = ['wheel', 'keydown', 'pointerdown', 'touchstart'];
const SETTLED = 3000; // milliseconds after the last step: what is kept comes from Python

const boxOf = node => node.getBoundingClientRect();
const fieldsOf = cell => [...cell.node.querySelectorAll(FIELDS)];

/** The field that has the focus, or else the first that is seen in the view; null when there is none. */
function fieldAt(panel) {
  const { outerNode, widgets } = panel.content;
  const view = boxOf(outerNode);
  const isSeen = field => field.checkVisibility() && boxOf(field).bottom > view.top && boxOf(field).top < view.bottom;
  for (const isIt of [field => field === document.activeElement && isSeen(field), isSeen]) {
    for (const cell of widgets) {
      const number = fieldsOf(cell).findIndex(isIt);
      if (number >= 0) return { cell, number };
    }
  }
  return null;
}

/** The last cell that begins above the view's upper end. */
function cellAt({ content: { outerNode, widgets } }) {
  const begins = cell => cell.node.checkVisibility() && boxOf(cell.node).top <= boxOf(outerNode).top;
  return widgets.filter(begins).at(-1) ?? widgets[0];
}

/** Note the place and the focus: `{hold(), settle()}` hold both until the reader acts or all is drawn.
 *
 * At the top of a page, without a field in use, there is nothing to hold, and null comes back. A field comes back as another element in the same cell. Where it does not, its cell holds the place.
 */
export function notePlace(panel) {
  const outer = panel.content.outerNode;
  const found = fieldAt(panel);
  const cell = found?.cell ?? cellAt(panel);
  const field = found && fieldsOf(cell)[found.number];
  const had = field === document.activeElement;
  if (!cell || (outer.scrollTop === 0 && !had)) return null;
  const kind = field?.tagName;
  const offset = node => boxOf(node).top - boxOf(outer).top;
  const [fieldTop, cellTop] = [field ? offset(field) : 0, offset(cell.node)];
  let given = null;

  function put() {
    const again = field && fieldsOf(cell)[found.number];
    const same = again?.tagName === kind && again?.checkVisibility() ? again : null;
    outer.scrollTop += same ? offset(same) - fieldTop : offset(cell.node) - cellTop;
    const isLost = !document.activeElement || document.activeElement === document.body || document.activeElement.matches('.jp-Cell');
    // A form that is not whole yet counts fewer fields: what got the focus then gives it on.
    if (had && same && (isLost || document.activeElement === given)) {
      same.focus({ preventScroll: true });
      given = same;
    }
  }

  const watch = new ResizeObserver(put);
  function end() {
    watch.disconnect();
    ACTS.forEach(act => window.removeEventListener(act, end, true));
  }
  return {
    hold() {
      panel.content.widgets.forEach(one => watch.observe(one.node));
      ACTS.forEach(act => window.addEventListener(act, end, true));
      panel.disposed.connect(end);
    },
    settle: () => setTimeout(end, SETTLED),
  };
}
