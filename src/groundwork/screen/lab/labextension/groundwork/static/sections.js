/* The sections of a lesson: those that are closed at first, and the quick path through them.
 *
 * A cell that begins with a heading of level 2 or 3 begins a section. Its tags say what it is:
 * `quick`, a step of the quick path; `closed`, to look things up in; `riverbend`, only for who
 * practices on the invented county. How many minutes each takes stands in course.json.
 */
import { make } from './elements.js';
import { addFold, holdStill, tagsOf } from './folds.js';
import { runsOf } from './guess.js';
import { memoryOf } from './memory.js';
import { INVENTED, onKept, several } from './progress.js';

const HEADING = /^(#{2,3}) +(.*)/;

const is = tag => cell => tagsOf(cell).includes(tag);

/** The sections that begin with a heading of level 2, each with those of level 3 in `parts`. */
function sectionsOf(panel) {
  const sections = [];
  for (const cell of panel.content.widgets) {
    const [, marks, title] = (cell.model.type === 'markdown' && HEADING.exec(cell.model.sharedModel.getSource())) || [];
    const section = sections.at(-1);
    if (marks?.length === 2) sections.push({ head: cell, title, own: [], parts: [] });
    else if (marks && section) section.parts.push({ head: cell, title, own: [], parts: [] });
    else if (section) (section.parts.at(-1) ?? section).own.push(cell);
  }
  return sections;
}

const cellsOf = section => [...section.own, ...section.parts.flatMap(part => [part.head, ...cellsOf(part)])];

/** How long cells take, where the course has counted it. */
function timeOf(cells, minutes) {
  if (!Object.keys(minutes).length) return '';
  const sum = cells.reduce((all, cell) => all + (minutes[cell.model.id] ?? 0), 0);
  return ` (${several(Math.max(1, Math.round(sum)), ['minute', 'minutes'])})`;
}

/** Fold a section under its heading. */
function foldSection(panel, section, minutes) {
  const time = timeOf([section, ...section.parts].map(one => one.head), minutes);
  return addFold(panel, {
    head: section.head,
    cells: cellsOf(section),
    name: section.title,
    label: shown => (shown ? 'Fold this part' : `Show this part${time}`),
  });
}

/** What is looked up: whole sections, or a part of one. */
function closedAtFirst(section) {
  const isClosed = one => is('closed')(one.head);
  return isClosed(section) ? [section] : section.parts.filter(isClosed);
}

/** The sections to fold for the quick path: whole ones, or the parts that are no step of it. */
function besideTheQuickPath(section) {
  const isStep = one => is('quick')(one.head);
  if (!isStep(section) && !section.parts.some(isStep)) return [section];
  return section.parts.filter(part => !isStep(part));
}

/** Fold what is only looked up, offer the quick path, and fold what the learner did not choose. */
export function foldSections(lib, lab, panel, page, workspace) {
  const minutes = page.sections ?? {};
  const sections = sectionsOf(panel);
  const closed = sections.flatMap(closedAtFirst);
  closed.forEach(section => foldSection(panel, section, minutes));
  if (page.quick && panel.content.widgets.length) {
    const others = sections.flatMap(besideTheQuickPath).filter(section => !closed.includes(section));
    offerQuickPath(lib, panel, page, () => others.map(section => foldSection(panel, section, minutes)));
  }
  foldRiverbend(lab, panel, workspace, minutes);
}

/** Below the first cell: how much time there is. The choice is remembered, and can be changed. */
function offerQuickPath(lib, panel, page, foldOthers) {
  const { minutes, does } = page.quick;
  const memory = memoryOf(lib, 'way', panel.context.path);
  const news = make('p', { role: 'status' });
  let folds = [];
  const name = `gwlab-way-${panel.id}`;
  const choice = (value, text) => {
    const input = make('input', { type: 'radio', name, value, onchange: () => take(value) });
    return [input, make('label', { class: 'gwlab-choice' }, input, make('span', {}, text))];
  };
  const [quick, quickLabel] = choice('quick', `${minutes} minutes: ${does}`);
  const [all, allLabel] = choice('all', `All of it: ${page.minutes} minutes, in as many sittings as you like`);
  const node = make('fieldset', { class: 'gwlab-way', 'data-lm-suppress-shortcuts': 'true' },
    make('legend', {}, 'How much time do you have?'), quickLabel, allLabel, news);
  node.addEventListener('keydown', event => event.key !== 'Tab' && event.stopPropagation());

  function show(value) {
    folds.forEach(fold => fold.remove());
    folds = value === 'quick' ? foldOthers() : [];
  }

  function take(value) {
    memory.keep(value);
    holdStill(panel, () => show(value));
    news.textContent = value === 'quick'
      ? 'The other parts are folded. Each has a button that shows it.'
      : 'All parts are shown.';
  }

  const kept = memory.read() === 'quick' ? 'quick' : 'all';
  (kept === 'quick' ? quick : all).checked = true;
  show(kept);
  panel.content.widgets[0].node.append(node);
}

/** What is known of the invented county is for who chose it. */
async function foldRiverbend(lab, panel, workspace, minutes) {
  const folds = runsOf(panel, is('riverbend')).map(([above, cells]) => addFold(panel, {
    under: above,
    cells,
    name: INVENTED,
    label: shown => (shown ? 'Fold it' : `Show it anyway${timeOf(cells, minutes)}`),
    words: shown => (shown ? '' : `What is known about ${INVENTED} is folded. It is for practice on that county.`),
  }));
  if (!folds.length) return;
  let last;
  const look = async () => {
    const place = await lab.progress(workspace).place;
    if (place === last || panel.isDisposed) return;
    last = place;
    holdStill(panel, () => folds.forEach(fold => fold.show(place === 'riverbend')));
  };
  panel.disposed.connect(onKept(look));
  await look();
}
