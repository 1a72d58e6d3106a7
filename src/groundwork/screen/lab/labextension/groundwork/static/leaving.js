/* Going from one page of the course to another: by our own links, and by the browser's Back. */
import { button } from './elements.js';
import { leadToUnsaved } from './drafts.js';

const ASK = 'You typed something here that is not saved. If you go on, it stays in this window until you close it.';

/** Return `open(path)`, which opens a page, and asks first when the one on the screen holds unsaved words.
 *
 * `lines` has the line of each notebook: the question stands there, with the way back first.
 * `addressOf(path)` is a page's address.
 */
export function makeOpen(app, tracker, drafts, lines, addressOf) {
  const go = path => app.commands.execute('docmanager:open', { path });

  async function open(path, stay = () => {}) {
    const panel = tracker.currentWidget;
    const line = panel && lines.get(panel);
    if (!line || panel.context.path === path || !drafts.holdsUnsaved(panel)) return go(path);
    const answered = act => () => {
      line.ask();
      act();
    };
    line.ask(ASK, [
      button('Stay here', answered(() => {
        stay();
        if (!leadToUnsaved(panel)) panel.content.activeCell?.node.focus({ preventScroll: true });
      })),
      button('Go on', answered(() => go(path))),
    ]);
  }

  followAddress(tracker, open, addressOf, () => lines.get(tracker.currentWidget)?.ask());
  return open;
}

/** Bring the page that the address names when the reader goes back or forth in the browser.
 *
 * JupyterLab changes the address with the page, and not the page with the address.
 */
function followAddress(tracker, open, addressOf, stopAsking) {
  window.addEventListener('popstate', () => {
    const path = pathOf(window.location);
    const here = tracker.currentWidget?.context.path;
    if (!path?.endsWith('.ipynb')) return;
    if (path === here) return stopAsking(); // who was asked has come back instead of answering
    // Who stays has the address of the page that stays.
    open(path, () => here && window.history.pushState({}, '', addressOf(here)));
  });
}

/** Have the address name the page on the screen, and each page once.
 *
 * JupyterLab adds an address for each folder that its file browser turns to, and the same one again
 * when a page comes back: the reader would go back to where they are.
 */
export function keepAddress(router) {
  const navigate = router.navigate.bind(router);
  router.navigate = (path, options = {}) => {
    const isFolder = /\/tree\/(.*\/)?[^/.]*$/.test(path);
    if (!options.hard && (isFolder || path === window.location.pathname)) return;
    navigate(path, options);
  };
}

/** The notebook's path in an address: after "/tree/", or in the query of JupyterLite. */
function pathOf({ pathname, search }) {
  const named = /\/tree\/(.+)$/.exec(pathname)?.[1];
  return named ? decodeURIComponent(named) : new URLSearchParams(search).get('path');
}
