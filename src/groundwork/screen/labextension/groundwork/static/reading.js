/* What makes a notebook of the course readable for everyone: names for what has the focus, links
 * within the lesson, keys that stay where they are pressed, and its own title in place of a file's.
 */

/** The text of a cell's first heading, without JupyterLab's sign for a link to it. */
export function headingOf(cell) {
  const heading = cell.node.querySelector(':is(h1, h2, h3, h4)')?.cloneNode(true);
  heading?.querySelectorAll('.jp-InternalAnchorLink').forEach(link => link.remove());
  return heading?.textContent.trim() ?? '';
}

/** "question 10" for the cell that nbgrader knows as "q10-check". */
export function questionOf(name) {
  const number = /^q(\d+)(?!\d)/.exec(name ?? '')?.[1];
  return number ? `question ${number}` : name;
}

/** Turn to a cell: it comes to the top of the view and has the focus. */
export function goTo(panel, cell) {
  panel.content.activeCellIndex = panel.content.widgets.indexOf(cell);
  cell.node.scrollIntoView({ block: 'start' });
  cell.node.focus({ preventScroll: true });
}

/** Say what each cell is, where JupyterLab says "Markdown Cell Content". */
export function nameCells(panel) {
  for (const cell of panel.content.widgets) {
    if (cell.model.type === 'markdown') cell.node.setAttribute('aria-label', headingOf(cell) || 'Text');
    if ((cell.model.getMetadata('tags') ?? []).includes('code-path')) nameEditor(cell);
  }
}

async function nameEditor(cell) {
  await cell.ready;
  const question = questionOf(cell.model.getMetadata('nbgrader')?.grade_id);
  cell.node.querySelector('.cm-content')?.setAttribute('aria-label', question ? `Your code for ${question}` : 'Your code');
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

/** Show the page's own title where JupyterLab shows a file's name.
 *
 * Not through the widget's title: JupyterLab renames the file to what is written there. For the same
 * reason the field at the top of the page, which renames too, gives way to plain words (style.css).
 */
export function keepTitle(tracker, titleOf) {
  const show = () => {
    const path = tracker.currentWidget?.context.path;
    const title = path && titleOf(path);
    const bar = document.getElementById('jp-title-panel-title');
    if (bar) {
      bar.dataset.title = title || path?.split('/').at(-1) || '';
      bar.querySelector('input')?.setAttribute('tabindex', '-1');
    }
    const words = title ? `${title} – Groundwork` : document.title;
    if (document.title !== words) document.title = words;
  };
  tracker.currentChanged.connect(show);
  new MutationObserver(show).observe(document.querySelector('title'), { childList: true });
  show();
}

/** Give a lesson the room that a small or enlarged window has: no bars above and below it. */
export function makeRoom(shell, tracker) {
  const small = window.matchMedia('(max-height: 500px)');
  const narrow = window.matchMedia('(max-width: 899px)');
  let menuWanted = false;
  const bars = () => ['menu', 'top'].map(area => [...shell.widgets(area)][0]?.parent).filter(Boolean);
  const fit = () => {
    const hidden = small.matches;
    bars().forEach(bar => bar.setHidden(hidden && !menuWanted));
    tracker.forEach(panel => panel.toolbar.setHidden(hidden));
  };
  const fold = () => narrow.matches && shell.collapseLeft();
  small.addEventListener('change', fit);
  narrow.addEventListener('change', fold);
  tracker.widgetAdded.connect(fit);
  shell.restored.then(fit);
  return {
    fold,
    menuShown: () => menuWanted,
    toggleMenu() {
      menuWanted = !menuWanted;
      fit();
    },
  };
}
