/* Where a lesson can be left: what the learner has by then, from what is really kept. */
import { make } from './elements.js';
import { holdStill, tagsOf } from './folds.js';
import { INVENTED, onKept } from './progress.js';

/** Below each cell that is tagged as a stop, say what there is and where to go on. */
export function showStops(lab, panel, page, workspace) {
  const cells = panel.content.widgets.filter(cell => tagsOf(cell).includes('stop'));
  if (!cells.length || !page.quick) return;
  const nodes = cells.map(cell => {
    const node = make('section', { class: 'gwlab-stop', 'aria-label': 'You can stop here' });
    cell.node.append(node);
    return node;
  });
  const look = async () => {
    const progress = lab.progress(workspace);
    const [stands] = await progress.of(page);
    const papers = await progress.papers(page, stands.invented);
    if (panel.isDisposed) return;
    const said = sentences(page, stands, papers);
    const stale = nodes.filter(node => node.textContent !== said.join(''));
    if (stale.length) holdStill(panel, () => stale.forEach(node => node.replaceChildren(...said.map(text => make('p', {}, text)))));
  };
  panel.disposed.connect(onKept(look));
  look();
}

function sentences(page, { invented, begun, quick, works }, papers) {
  const { minutes } = page.quick;
  const part = `The ${minutes}-minute part`;
  if (!begun) return [`${part} ends here. Nothing is kept yet. You can stop all the same, and begin another day.`];
  const have = works.filter(one => one.begun).map(({ work, words }) => `${work.title}: ${words}`).join('; ');
  const next = works.map(one => one.next).find(Boolean);
  return [
    `${quick ? `${part} is done: here is what you have.` : `${part} ends here. So far you have:`} `
      + `${invented ? `For ${INVENTED}: ` : ''}${have}.`,
    papers.length ? `Your ${papers.length === 1 ? 'paper' : 'papers'}, in my_work/papers: ${papers.join('; ')}.` : 'It is kept in your folder my_work.',
    ...(next ? [`Next time, go on at: ${next}.`] : []),
  ];
}
