/* JupyterLab's dialogs that speak of kernels and error numbers: in our words, or not at all.
 *
 * Every dialog is drawn by `Dialog.defaultRenderer`: first its buttons, then header, body, footer.
 */
import { make } from './elements.js';

/** What a system refused, and what to do; the first that fits. */
const REASONS = [
  [/Errno (28|122)\b|WinError 112\b|No space left|quota/i, 'The disk is full. Free some space, then press Ctrl and S to save this page.'],
  [/Errno (1|13|30)\b|WinError (5|19)\b|Permission denied|Read-only|read-only/i, 'You may not change this file or its folder. Start the course with a folder of your own, or ask your IT service.'],
  [/WinError (32|33)\b/i, 'Another program has this file open. Close it there, then press Ctrl and S to save this page.'],
  [/Errno 2\b|Not Found|does not exist/i, 'The file or its folder was moved or deleted. Start the course again: then it comes back.'],
  [/Failed to fetch|NetworkError|Load failed/i, 'The course does not answer. See the line at the top of this page.'],
];
// JupyterLab says no more than "Unhandled error" when it cannot make a notebook's second copy.
const UNKNOWN = 'Often the disk is full: free some space and try again. If that does not help, the reason is in the file server.log in the folder .groundwork. Show it to whoever helps you.';
const KEPT = 'What you kept with a button of this page is a file of its own and is not affected.';

// What an author is told, see groundwork.authoring.refusal: which line of which text to change.
const BUILT = /(?:This|Nothing to save: this) page is built from .+/;

const reasonOf = message => (REASONS.find(([pattern]) => pattern.test(message)) ?? [null, UNKNOWN])[1];

// A Word or an Excel file, or a picture: JupyterLab tries to read it as text.
const NO_TEXT = /not UTF-8|UnicodeDecodeError|Invalid .*base64/i;
const ELSEWHERE = 'Word and Excel files open outside of this window. Press the right mouse button on its name and choose Download, or open it from the same folder on your computer.';

const whyNotOpened = message => NO_TEXT.test(message)
  ? { title: 'This file opens in another program', body: [ELSEWHERE] }
  : { title: 'This page could not be opened', body: [reasonOf(message)] };

const whyNotSaved = message => {
  const built = message.match(BUILT);
  return built ? [built[0]] : [reasonOf(message), KEPT];
};

/** Which dialogs we know: by title, and what becomes of them. Without words the line says it all. */
const KNOWN = [
  [/^Kernel Restarting$/, () => null],
  [/^(Error Starting|Select) Kernel$/, () => null],
  [/^(File Save Error|Save Failed|Cannot Save$)/, message => ({ title: 'This page was not saved', body: whyNotSaved(message) })],
  [/^(File Load Error|Open Error|Cannot open)/, whyNotOpened],
  [/^File Changed$/, () => ({
    title: 'This page was changed in another window',
    body: ['Which one do you want to keep: this page, or the one that was saved in the other window?', KEPT],
    buttons: { Cancel: 'Decide later', Revert: 'Show the other one', Overwrite: 'Keep this page' },
  })],
];

/** Our words for a dialog: undefined for one that we leave as it is, null for one not to show. */
function wordsFor(title, body) {
  if (typeof title !== 'string') return undefined;
  const message = typeof body === 'string' ? body : '';
  const known = KNOWN.find(([pattern]) => pattern.test(title));
  if (known) return known[1](message);
  return /\[(Errno|WinError) \d+\]/.test(message) ? { title: 'This did not work', body: [reasonOf(message)] } : undefined;
}

/** Give the dialogs of this page our words. */
export function speakPlainly(lib) {
  const renderer = lib.Dialog.defaultRenderer;
  const [header, body, footer] = ['createHeader', 'createBody', 'createFooter'].map(name => renderer[name].bind(renderer));
  let words; // of the dialog that is being made

  renderer.createHeader = (title, reject, options) => {
    words = wordsFor(title, options?.body);
    if (words === null) Promise.resolve().then(reject); // launched by then, and not yet on the page
    return header(words?.title ?? title, reject, options);
  };
  renderer.createBody = value => {
    if (!words) return body(value);
    return body(new lib.Widget({ node: make('div', {}, ...words.body.map(text => make('p', {}, text))) }));
  };
  renderer.createFooter = (buttons, checkbox) => {
    for (const label of buttons.flatMap(node => [...node.querySelectorAll('.jp-Dialog-buttonLabel')])) {
      const ours = words?.buttons?.[label.textContent];
      if (!ours) continue;
      label.textContent = ours;
      for (const node of [label, label.closest('button')]) {
        node?.setAttribute('aria-label', ours);
        node?.removeAttribute('title');
      }
    }
    return footer(buttons, checkbox);
  };
  // The last step of making one; its name was made of the title and the body that it was given.
  lib.Dialog.tracker.widgetAdded.connect((_, dialog) => {
    if (words) dialog.node.ariaLabel = [words.title, ...words.body].join(' ');
    words = undefined;
  });
}
