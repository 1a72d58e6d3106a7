/* JupyterLab's frame around a lesson: the lesson's own title in it, and less of it where the window
 * is small.
 */

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
  // Not for paper, which is narrow and short.
  const small = window.matchMedia('screen and (max-height: 500px)');
  const narrow = window.matchMedia('screen and (max-width: 899px)');
  const phone = window.matchMedia('screen and (max-width: 600px)'); // as style.css
  let menuWanted = false;
  const bars = () => ['menu', 'top'].map(area => [...shell.widgets(area)][0]?.parent).filter(Boolean);
  const fit = () => {
    const hidden = small.matches;
    bars().forEach(bar => bar.setHidden(hidden && !menuWanted));
    tracker.forEach(panel => panel.toolbar.setHidden(hidden));
  };
  let folded = false; // by the narrow window, not by the learner: a wide one brings it back
  const fold = () => {
    if (!narrow.matches || shell.leftCollapsed) return;
    folded = true;
    shell.collapseLeft();
  };
  const turn = () => {
    if (narrow.matches) return fold();
    if (folded) shell.expandLeft();
    folded = false;
  };
  // Lumino reads the widths that style.css gives the lesson and the path only when it is told to.
  const refit = () => {
    for (let part = [...shell.widgets('main')][0]?.parent; part; part = part.parent) part.fit();
  };
  phone.addEventListener('change', refit);
  small.addEventListener('change', fit);
  narrow.addEventListener('change', turn);
  tracker.widgetAdded.connect(fit);
  shell.restored.then(() => {
    fit();
    refit();
  });
  return {
    fold,
    refit,
    menuShown: () => menuWanted,
    toggleMenu() {
      menuWanted = !menuWanted;
      fit();
    },
  };
}
