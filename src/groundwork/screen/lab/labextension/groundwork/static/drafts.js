/* Words that were typed into a page and are not saved: this window's memory of them.
 *
 * They are never written anywhere: closing the window ends them, so the browser asks before it does.
 * A widget brings and asks for its own (drafts.js of the widgets); here it is told which notebook
 * they belong to. Only a notebook that may run by itself gets words back: another one at the same
 * path could otherwise read what was typed for the course.
 */

const ASK = 'You typed something on this page that is not saved.';

/** The memory: `{attend(panel, isLive), holdsUnsaved(panel)}`. */
export function makeDrafts() {
  const pages = new Map(); // a notebook's path -> a field's name -> {words, unsaved}
  const isUnsaved = fields => [...fields.values()].some(each => each.unsaved);

  window.addEventListener('beforeunload', event => {
    if (![...pages.values()].some(isUnsaved)) return;
    event.preventDefault();
    event.returnValue = ASK; // an older browser asks only then
  });

  return {
    attend(panel, isLive) {
      const fields = () => {
        const { path } = panel.context;
        if (!pages.has(path)) pages.set(path, new Map());
        return pages.get(path);
      };
      panel.node.addEventListener('gw-remember', ({ detail: { field, words, unsaved } }) => {
        if (words === null) fields().delete(field);
        else fields().set(field, { words: structuredClone(words), unsaved });
      });
      panel.node.addEventListener('gw-recall', ({ detail }) => {
        const known = isLive() ? fields().get(detail.field) : undefined;
        if (known) detail.words = structuredClone(known.words);
      });
    },
    holdsUnsaved: panel => isUnsaved(pages.get(panel.context.path) ?? new Map()),
  };
}

/** Lead to the first field of a page that says it is not saved. */
export function leadToUnsaved(panel) {
  const mark = panel.node.querySelector('[data-unsaved]');
  const place = mark?.closest('form, fieldset, .gw');
  const control = place?.querySelector('textarea, input, select');
  if (!control) return false;
  // A folded part opens as it does for the browser's search.
  mark.closest('[hidden="until-found"]')?.dispatchEvent(new Event('beforematch'));
  control.scrollIntoView({ block: 'center' });
  control.focus({ preventScroll: true });
  return true;
}
