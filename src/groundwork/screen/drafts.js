// What a field holds that is not saved: shown beside it, and told to the page's host, which asks
// before it would be lost and gives it back to the same field after a restart.

const NOT_SAVED = "Not saved yet";
const FORM_NOT_SAVED = `${NOT_SAVED}. If you close or reload this window now, these words are gone.`;
const BACK = "What you typed before is back. It is not saved yet.";

const HOLDS_WORDS = "This form holds words that are not saved. Save or cancel it first.";

/** Leave a form by Escape: an untouched one closes, and one with words says that it holds them. */
const leaving = (draft, status, close) => () => (draft.isOpen() ? status.say("problem", HOLDS_WORDS) : close());

/** The unsaved words of one field or form; `mark` is the place that says so, its own if none is given.
 *
 * `keeps` is false where nothing is ever saved: the words come back, and nobody is asked about them.
 * `words` is what the mark says.
 */
function draftOf(host, field, { keeps = true, mark, words = NOT_SAVED } = {}) {
  mark ??= make("span", { class: "gw-mark" });
  const show = (unsaved) => {
    mark.textContent = unsaved ? words : "";
    mark.toggleAttribute("data-unsaved", unsaved);
  };
  return {
    mark,
    isOpen: () => mark.hasAttribute("data-unsaved"),
    /** The field holds words that are not saved. */
    hold(what) {
      show(keeps);
      host.remember(field, what, keeps);
    },
    /** What the field holds is saved, or was given up. */
    drop() {
      show(false);
      host.remember(field, null, false);
    },
    /** Words that this field held before it was drawn anew, or null. */
    recall: () => host.recall(field),
  };
}

/** What is on the page and not saved, and is part of a paper: the first control of its form, or null.
 *
 * Of several pages in one window only the one that is seen counts; folded parts of it count too.
 */
function firstUnsaved() {
  const isHere = (node) => (node.closest('[hidden="until-found"]') ?? node).checkVisibility();
  const marks = [...document.querySelectorAll(":is(.gw form, .gw-question) [data-unsaved]")];
  const place = marks.map((mark) => mark.closest("form, .gw")).find(isHere);
  return place?.querySelector("textarea, input, select") ?? null;
}

/** Call `look` when the reader comes back to this window, or another window saved the same field.
 *
 * Only the field's name goes from window to window.
 */
function watchOtherWindows(signal, field, look) {
  window.addEventListener("focus", look, { signal });
  if (!window.BroadcastChannel) return () => {};
  const channel = new BroadcastChannel("groundwork");
  channel.onmessage = ({ data }) => data === field && look();
  signal.addEventListener("abort", () => channel.close());
  return () => channel.postMessage(field);
}
