// When the view may move: only for words that answer the reader's own act, and never so far that the
// control in use leaves it.

/** Tell the page that a widget holds what the learner kept (or no longer does), for a fold's words. */
function tellHolds(host, root, holds) {
  root.toggleAttribute("data-holds", holds);
  host.tell("holds");
}

const [SOON, NEAR] = [1000, 4]; // milliseconds and pixels between the two presses of one hand

/** The control that a press reaches: a label is a part of its own. */
function controlAt(target) {
  const control = target.closest?.("button, input, select, textarea, summary, a, label");
  return control?.control ?? control;
}

/** What a control is called, and which group it is of. */
function nameOf(control) {
  const words = control.getAttribute("aria-label") ?? (control.labels?.[0] ?? control).textContent;
  return [control.localName, control.name, words.trim()].join("\n");
}

/** Whether two controls are one to whoever presses: a control that is drawn anew keeps its name. */
function isOneControl(one, other) {
  return one === other || (!!one && !!other && nameOf(one) === nameOf(other));
}

const MEANT = ["pointermove", "wheel", "keydown"]; // the hand moved, or scrolled, and looked again

/** Drop the second press of a hand that did not move, where another control stands by now.
 *
 * The first one moved the page: nobody has seen yet what lies under the mouse.
 */
function dropSecondPress(root) {
  let first = null;
  const forget = () => (first = null);
  root.addEventListener(
    "click",
    (event) => {
      if (!event.detail) return; // pressed by a key
      const control = controlAt(event.target);
      const isAgain =
        first?.control &&
        event.timeStamp - first.at < SOON &&
        Math.hypot(event.clientX - first.x, event.clientY - first.y) <= NEAR;
      if (isAgain && !isOneControl(first.control, control)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (!isAgain) {
        first = { control, at: event.timeStamp, x: event.clientX, y: event.clientY };
        for (const kind of MEANT) document.addEventListener(kind, forget, { capture: true, once: true });
      }
    },
    true,
  );
}

/** Remember which of a widget's controls was used last: not every browser focuses a pressed button. */
function watchUse(root) {
  dropSecondPress(root);
  const used = (event) => {
    root.lastUsed = event.target.closest?.("button, input, select, textarea, summary, a") ?? null;
  };
  for (const kind of ["pointerdown", "keydown", "change"]) root.addEventListener(kind, used, true);
  // A browser that comes to a text box by Tab shows the caret's line, not the box.
  root.addEventListener("keyup", ({ key, target }) => {
    if (key === "Tab" && target.matches("textarea")) target.scrollIntoView({ block: "nearest" });
  });
}

/** The control of a widget that the reader is at, or null when they are elsewhere. */
function controlInUse(root) {
  const focused = document.activeElement;
  if (root.contains(focused)) return focused;
  const isElsewhere = focused && focused !== document.body && !focused.contains(root);
  return !isElsewhere && root.lastUsed?.isConnected ? root.lastUsed : null;
}

/** The element that scrolls a node, or null when nothing does. */
function scrollerOf(node) {
  for (let each = node.parentElement; each; each = each.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(each).overflowY);
    if (scrolls && each.scrollHeight > each.clientHeight) return each;
  }
  return document.scrollingElement;
}

/** What can be seen of a scrolling element, as the top and bottom of a box in the window. */
function viewOf(scroller) {
  const isPage = scroller === document.scrollingElement;
  const box = isPage ? { top: 0, bottom: window.innerHeight } : scroller.getBoundingClientRect();
  return { top: Math.max(box.top, 0), bottom: Math.min(box.bottom, window.innerHeight) };
}

/** How far to scroll for words to be seen, in pixels; 0 when they are, or cannot be with the control.
 *
 * All three are boxes in the window with a top and a bottom.
 */
function wayTo(words, control, view) {
  const ring = 6; // a focused control has an outline, and is in sight only with it
  if (words.bottom > view.bottom) {
    const room = Math.max(0, control.top - ring - view.top);
    const way = Math.min(words.bottom - view.bottom, Math.max(0, words.top - view.top), room);
    return words.top - way < view.bottom ? way : 0;
  }
  if (words.top < view.top) {
    const room = Math.max(0, view.bottom - control.bottom - ring);
    const way = Math.min(view.top - words.top, room);
    return words.bottom + way > view.top ? -way : 0;
  }
  return 0;
}

/** Bring words into sight that answer what the reader did in a widget. */
function bringIntoSight(words, root, control = controlInUse(root)) {
  const scroller = scrollerOf(words);
  const box = words.getBoundingClientRect();
  if (!control || !scroller || !box.height) return;
  const view = viewOf(scroller);
  const used = control.getBoundingClientRect();
  // Who has scrolled on since is reading something else.
  if (used.bottom <= view.top || used.top >= view.bottom) return;
  scroller.scrollTop += wayTo(box, used, view);
}

/** Give a control the focus, and show as much of what opened around it as there is room for. */
function turnTo(control, opened) {
  control.focus({ preventScroll: true });
  const view = viewOf(scrollerOf(control));
  const box = control.getBoundingClientRect();
  if (box.top < view.top || box.bottom > view.bottom) control.scrollIntoView({ block: "nearest" });
  bringIntoSight(opened, null, control);
}

const GO = "gw-go";

/** Ask whichever list of this page has that name to turn to a row, by what its first column shows. */
function goTo(list, row) {
  window.dispatchEvent(new CustomEvent(GO, { detail: { list, row } }));
}

/** Open what folds an element, as it opens for the browser's own search. */
function unfold(node) {
  node.closest('[hidden="until-found"]')?.dispatchEvent(new Event("beforematch"));
}

/** Change something above a control without moving it away from under the reader's hand. */
function holdStill(control, change) {
  const before = control.getBoundingClientRect().top;
  change();
  const scroller = scrollerOf(control);
  if (scroller) scroller.scrollTop += control.getBoundingClientRect().top - before;
}
