/* What makes a notebook of the course readable for everyone: names for what has the focus, links
 * within the lesson, keys that stay where they are pressed, and code out of sight until it is wanted.
 */
import { make } from './elements.js';
import { unfold } from './folds.js';
import { codeCells } from './running.js';

/** The text of a cell's first heading, without JupyterLab's sign for a link to it. */
export function headingOf(cell) {
  const heading = cell.node.querySelector(':is(h1, h2, h3, h4)')?.cloneNode(true);
  heading?.querySelectorAll('.jp-InternalAnchorLink').forEach(link => link.remove());
  return heading?.textContent.trim() ?? '';
}

/** The name of a cell's question as its reader knows it, "question 10", never the id of the cell.
 *
 * The number stands in the heading above; else in the id, as in "q10-check".
 */
export function questionOf(panel, cell) {
  const cells = panel.content.widgets;
  const above = cells.slice(0, cells.indexOf(cell) + 1).reverse();
  const texts = above.filter(one => one.model.type === 'markdown');
  const sources = texts.map(one => one.model.sharedModel.getSource()); // drawn later than asked for
  const numbered = sources.map(text => /^#+ Question (\d+)\b/m.exec(text)?.[1]).find(Boolean);
  const id = cell.model.getMetadata('nbgrader')?.grade_id ?? '';
  const number = numbered ?? /^q(\d+)(?!\d)/.exec(id)?.[1];
  return number ? `question ${number}` : `“${texts.map(headingOf).find(Boolean) ?? 'a question'}”`;
}

/** Turn to a cell: it is unfolded, comes to the top of the view and has the focus. */
export function goTo(panel, cell) {
  unfold(cell);
  panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
  cell.node.scrollIntoView({ block: 'start' });
  cell.node.focus({ preventScroll: true });
}

/** Say what each cell is, where JupyterLab says "Markdown Cell Content", and so in tables. */
export function nameCells(panel) {
  for (const cell of panel.content.widgets) {
    if (cell.model.type === 'markdown') {
      cell.node.setAttribute('aria-label', headingOf(cell) || 'Text');
      cell.node.querySelectorAll('.jp-MarkdownOutput table').forEach(nameColumns);
    }
    if (cell.model.type === 'code') nameEditor(panel, cell);
  }
}

/** Tell each cell of a table its column, which style.css writes where a row is drawn as a card.
 *
 * The roles say that it is a table all the same.
 */
function nameColumns(table) {
  const heads = [...table.querySelectorAll('thead th')].map(head => head.textContent.trim());
  table.setAttribute('role', 'table');
  table.querySelectorAll('thead, tbody').forEach(part => part.setAttribute('role', 'rowgroup'));
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    [...row.cells].forEach((cell, at) => {
      cell.setAttribute('role', cell.tagName === 'TH' ? 'columnheader' : 'cell');
      if (cell.tagName === 'TD' && at) cell.dataset.label = heads[at] ?? '';
    });
  }
}

const TAB = 'Tab leaves this box. Control (on a Mac, Command) and ] moves a line to the right.';
let notes = 0; // how many there are, for their ids

async function nameEditor(panel, cell) {
  await cell.ready;
  const isLearners = (cell.model.getMetadata('tags') ?? []).includes('code-path');
  const isAsked = cell.model.getMetadata('nbgrader')?.grade_id;
  const name = isAsked ? `Your code for ${questionOf(panel, cell)}` : 'Your code';
  const editor = cell.node.querySelector('.cm-content');
  editor?.setAttribute('aria-label', isLearners ? name : 'Code of this page');
  let note = cell.node.querySelector('.gwlab-editor-note');
  if (!note) {
    // Seen below the learner's own code, and told as the description of every box.
    note = make('p', { class: 'gwlab-editor-note', id: `gwlab-note-${notes++}`, 'aria-hidden': 'true' }, TAB);
    note.hidden = !isLearners;
    if (isLearners) cell.inputArea.node.parentElement.after(note);
    else cell.node.append(note); // the code of a folded box is not on the page yet
  }
  editor?.setAttribute('aria-describedby', note.id);
}

/** Let Tab lead out of an editor, as it does everywhere else: JupyterLab indents with it.
 *
 * Its shortcuts listen on the document, so this has to come before them.
 */
export function leaveEditorsWithTab(panel) {
  const leave = event => {
    const isTab = event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isTab && panel.content.node.contains(event.target) && event.target.closest('.cm-content')) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', leave, true);
  panel.disposed.connect(() => window.removeEventListener('keydown', leave, true));
}

/** Let Tab pass over whole cells, and let keys pressed on text scroll the page, as everywhere.
 *
 * JupyterLab makes a stop of the cell that was used last, so only Shift+Tab met it, and its keys turn
 * from there to other cells. Who shows the code, or writes code in a cell, has its keys.
 */
export function readAsAPage(panel) {
  const { node } = panel.content;
  const pass = () => node.querySelectorAll('.jp-Cell[tabindex="0"]').forEach(cell => (cell.tabIndex = -1));
  const watch = new MutationObserver(pass);
  watch.observe(node, { subtree: true, attributeFilter: ['tabindex'] });
  pass();
  const guard = event => {
    const cell = panel.content.widgets.find(one => one.node.contains(event.target));
    if (!cell) return;
    const isWritten = (cell.model.getMetadata('tags') ?? []).includes('code-path') || event.target.closest('.cm-content');
    const passes = event.key === 'Tab' || event.ctrlKey || event.metaKey;
    cell.node.toggleAttribute('data-lm-suppress-shortcuts', !passes && !isWritten && !panel.hasClass('gwlab-code-shown'));
  };
  window.addEventListener('keydown', guard, true);
  panel.disposed.connect(() => {
    watch.disconnect();
    window.removeEventListener('keydown', guard, true);
  });
}

/** Let Tab stop at a stored chart or table only where it scrolls, as at a widget's (wideOf in controls.js).
 *
 * As it is stored each is a stop, for pages that run no script.
 */
export function stopWhereItScrolls(panel) {
  const { node } = panel.content;
  const sized = new ResizeObserver(entries => {
    for (const region of new Set(entries.map(({ target }) => target.closest('.gw-data')))) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute('tabindex');
    }
  });
  const known = new WeakSet();
  const find = () => {
    for (const region of node.querySelectorAll('.gw-data')) {
      if (known.has(region)) continue;
      known.add(region);
      [region, ...region.children].forEach(each => sized.observe(each));
    }
  };
  const added = new MutationObserver(find); // a cell that runs shows its output anew
  added.observe(node, { childList: true, subtree: true });
  find();
  panel.disposed.connect(() => {
    added.disconnect();
    sized.disconnect();
  });
}

/** Lead links to the lesson's own headings there, focus included: JupyterLab takes it back at once. */
export function followOwnLinks(panel) {
  panel.content.node.addEventListener('click', event => {
    const link = event.target.closest('.jp-MarkdownOutput a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const wanted = decodeURIComponent(link.hash.slice(1));
    const cell = panel.content.widgets.find(one => one.node.querySelector(`[data-jupyter-id="${CSS.escape(wanted)}"]`));
    if (!cell) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(panel, cell);
  }, true);
}

/** Keep keys pressed in an output there: an arrow on a table would turn to another cell. */
export function keepKeys(panel) {
  for (const cell of panel.content.widgets) {
    cell.outputArea?.node.addEventListener('keydown', event => {
      const passes = event.ctrlKey || event.metaKey || ['Tab', 'Escape'].includes(event.key);
      if (!passes) event.stopPropagation();
    });
  }
}

/** Leave the right mouse button to the browser, whose menu copies, translates and reads aloud.
 *
 * JupyterLab's deletes cells and restarts kernels.
 */
export function keepBrowsersMenu(panel) {
  panel.node.addEventListener('contextmenu', event => event.stopPropagation());
}

/** Take out JupyterLab's bar beside each output, which a page of the course has no room for (style.css).
 *
 * JupyterLab measures it whenever an output changes, and lays out the whole page for that.
 */
export function dropBars(panel) {
  for (const cell of codeCells(panel)) {
    cell.ready.then(() => cell.node.querySelectorAll('.jp-OutputArea-promptOverlay').forEach(bar => bar.remove()));
  }
}

/** Show or fold the code that the author folded, on the screen only.
 *
 * By itself JupyterLab would write it into the file; told not to, it stays so (to tell it otherwise
 * makes it read the file again).
 */
export function showCode(panel, shown) {
  panel.toggleClass('gwlab-code-shown', shown);
  for (const cell of codeCells(panel).filter(one => one.model.getMetadata('jupyter')?.source_hidden)) {
    cell.syncCollapse = false;
    cell.inputHidden = !shown;
    if (shown) nameEditor(panel, cell); // a folded one is made only now
  }
}

/** In a lesson a double click selects a word; it does not turn the text into its source. */
export function keepTextClosed(panel) {
  panel.content.node.addEventListener('dblclick', event => {
    const isText = event.target.closest('.jp-MarkdownOutput');
    if (isText && panel.hasClass('gwlab-course') && !panel.hasClass('gwlab-code-shown')) event.stopPropagation();
  }, true);
}
