/* Printing a page of the course, from the button, from the menu or with the browser's own key. */
import { make } from './elements.js';
import { printed } from './printed.js';

const NOTHING_OWN = { own: false, reflections: false };

/** Print the page, never JupyterLab's window, whoever starts it; returns print(wanted). */
export function preparePrint(lib, panel) {
  let wanted = NOTHING_OWN;
  let article = null;

  const lay = () => {
    if (!panel.isVisible || article) return;
    article = printed(panel, wanted);
    // JupyterLab keeps its size while it is out of sight (style.css). It would lay itself out for
    // the paper, remember that, and come back with a panel as wide as the window.
    const { clientWidth, clientHeight } = document.documentElement;
    document.documentElement.style.setProperty('--gwlab-screen-width', `${clientWidth}px`);
    document.documentElement.style.setProperty('--gwlab-screen-height', `${clientHeight}px`);
    document.body.append(article);
  };
  const clear = () => {
    article?.remove();
    article = null;
    wanted = NOTHING_OWN; // each time anew
  };
  async function print(choice) {
    wanted = choice;
    lay();
    await Promise.all([...article.querySelectorAll('img')].map(image => image.decode().catch(() => null)));
    window.print();
  }
  window.addEventListener('beforeprint', lay);
  window.addEventListener('afterprint', clear);
  panel.disposed.connect(() => {
    window.removeEventListener('beforeprint', lay);
    window.removeEventListener('afterprint', clear);
  });
  // JupyterLab's own would make a page of code, with every key of the exercise.
  panel[lib.Printing.symbol] = () => () => print(NOTHING_OWN);
  return print;
}

/** What of the learner's own is printed: two boxes to tick, and read(). */
export function printChoice() {
  const own = make('input', { type: 'checkbox' });
  const reflections = make('input', { type: 'checkbox' });
  const tick = (box, words) => make('label', { class: 'gwlab-tick' }, box, words);
  return {
    nodes: [tick(own, 'with my answers, ratings and maps'), tick(reflections, 'with my reflections, which are private')],
    focus: () => own.focus(),
    read: () => ({ own: own.checked, reflections: reflections.checked }),
  };
}
