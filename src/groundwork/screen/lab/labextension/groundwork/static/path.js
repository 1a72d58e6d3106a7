/* The path of lessons: the panel beside a lesson, and the ways from one page to the next. */
import { courseName, workspaceOf } from './course.js';
import { make } from './elements.js';
import { INVENTED, onKept } from './progress.js';

const minutesText = page => (page.minutes ? `${page.minutes} minutes` : '');

/** A link to a page of the course that opens it in place; a new tab still works. */
function link(lab, workspace, page, text, current = false) {
  const path = workspace + page.path;
  return make('a', {
    class: 'gwlab-link',
    href: lab.address(path),
    'aria-current': current ? 'page' : null,
    onclick: event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      lab.open(path);
    },
  }, ...text);
}

/** Each way has its place in the line on every page, so that a second press meets no other one. */
const PLACES = ['Back to the lesson', 'Previous lesson', 'Exercise', 'Next lesson', 'Help'];

/** The short ways in their places; one that leads nowhere from here leaves its place empty. */
function inPlaces(ways) {
  const empty = words => make('span', { class: 'gwlab-no-way', 'aria-hidden': 'true' }, words);
  return ways.length ? PLACES.map(words => ways.find(way => words.startsWith(way.textContent)) ?? empty(words)) : [];
}

/** Links to the lesson before, the exercise, and the lesson after the given page. */
function waysFrom(lab, workspace, pages, here, { long }) {
  const at = pages.find(page => page.path === here);
  if (!at) return [];
  const lessons = pages.filter(page => page.kind === 'lesson');
  const way = (page, word) => page && link(lab, workspace, page, [
    long ? `${word}: ${page.title}${page.minutes ? ` (${minutesText(page)})` : ''}` : word,
  ]);
  if (at.kind === 'help') return [way(pages.find(page => page.path === lab.cameFrom) ?? lessons[0], 'Back')].filter(Boolean);
  const place = lessons.findIndex(page => page.name === at.name);
  const isLesson = at.kind === 'lesson';
  const other = pages.find(page => page.name === at.name && page.kind !== at.kind);
  return [
    isLesson && way(lessons[place - 1], 'Previous lesson'),
    way(other, isLesson ? 'Exercise' : 'Back to the lesson'),
    way(lessons[place + 1], 'Next lesson'),
    way(pages.find(page => page.kind === 'help'), 'Help'),
  ].filter(Boolean);
}

function listItem(lab, workspace, page, exercise, here, states) {
  const entry = one => {
    const state = make('div', { class: 'gwlab-state' });
    states.set(one, state);
    return [link(lab, workspace, one, [
      one.kind === 'lesson' ? one.title : `Exercise: ${one.title}`,
      ' ', make('span', { class: 'gwlab-minutes' }, minutesText(one)),
    ], one.path === here), ...(one.work.length ? [state] : [])];
  };
  // A lesson keeps its own number, also where those before it are not there.
  const number = page.name.match(/^\d+/)?.[0];
  const value = number && String(Number(number));
  return make('li', value ? { value } : {}, ...entry(page), ...(exercise ? entry(exercise) : []));
}

/** How a page stands for one place: a sign, a word, and what was counted. */
function stateLine(page, { invented, begun, done, answered, quick, works }) {
  const begins = quick ? `The ${page.quick.minutes}-minute part is done` : 'Begun';
  const [sign, word] = done ? ['✓', 'Done'] : answered ? ['◐', ''] : begun ? ['◐', begins] : ['○', 'Not begun'];
  // One that is left is named; of several, a list would push the rest of the path down.
  const left = works.filter(one => begun && !one.begun && !one.work.optional);
  const named = works.filter(one => one.begun || (left.length === 1 && left.includes(one)));
  const alone = named.length + left.length < 2;
  const counts = named.map(({ work, words }) => (alone ? words : `${work.title}: ${words}`));
  if (left.length > 1) counts.push(`${left.length} more not begun`);
  const state = invented && word ? `${INVENTED}, ${word.toLowerCase()}` : invented ? INVENTED : word;
  // One colon in a line: after the state, or after the name of each work.
  return make('p', {},
    make('span', { class: 'gwlab-sign', 'aria-hidden': 'true' }, sign),
    [state, counts.join('; ')].filter(Boolean).join(alone ? ': ' : '. '));
}

/** Fill in how each page stands; what has not changed is left alone. */
async function showStates(lab, workspace, states) {
  const progress = lab.progress(workspace);
  await Promise.all([...states].map(async ([page, node]) => {
    if (!page.work.length) return;
    const lines = (await progress.of(page)).map(stands => stateLine(page, stands));
    if (node.textContent !== lines.map(line => line.textContent).join('')) node.replaceChildren(...lines);
  }));
}

/** What "done" means, page by page. */
function meaningOfDone(pages) {
  const terms = pages.filter(page => page.work.length).flatMap(page => [
    make('dt', {}, page.kind === 'lesson' ? page.title : `Exercise: ${page.title}`),
    ...page.work.filter(one => !one.optional).map(one => make('dd', {}, `${one.title}: ${one.done}`)),
  ]);
  return make('details', { class: 'gwlab-meaning' },
    make('summary', {}, 'What “done” means'), make('dl', {}, ...terms));
}

/** Link to the pages before and after, short in the line above the lesson and in full at its end. */
export async function drawWays(lib, lab, course, panel, line) {
  const workspace = workspaceOf(course, panel.context.path);
  const here = courseName(course, panel.context.path);
  const pages = await lab.pages(workspace);
  line.ways.replaceChildren(...inPlaces(waysFrom(lab, workspace, pages, here, { long: false })));
  const ways = waysFrom(lab, workspace, pages, here, { long: true });
  if (!ways.length) return;
  const nav = make('nav', { class: 'gwlab-footer', 'aria-label': 'Where to go from here' }, ...ways);
  // A notebook pulls the focus back to its chosen cell when it moves outside a cell, or at a key.
  for (const kind of ['focusin', 'keydown']) nav.addEventListener(kind, event => event.stopPropagation());
  panel.content.layout.footer = new lib.Widget({ node: nav }); // was "Click to add a cell"
}

/** The side panel: a plain ordered list of links; gives back where each page's state is shown. */
function drawPath(lab, node, workspace, pages, here) {
  const states = new Map();
  const lessons = pages.filter(page => page.kind === 'lesson');
  const exerciseOf = page => pages.find(one => one.kind === 'exercise' && one.name === page.name);
  const list = make('ol', { class: 'gwlab-list', start: '0' },
    ...lessons.map(page => listItem(lab, workspace, page, exerciseOf(page), here, states)));
  const help = pages.find(page => page.kind === 'help');
  const empty = make('p', {}, 'No lesson of the course is in this folder.');
  const kept = make('button', { type: 'button', class: 'gwlab-link', onclick: () => lab.openFolder(`${workspace}my_work`) },
    'Open the folder my_work');
  const full = make('p', { class: 'gwlab-note' },
    'All of JupyterLab: stop the course, then ', make('code', {}, `${lab.start} open --full`), '.');
  node.replaceChildren(
    make('h2', { class: 'gwlab-heading' }, 'Your path'),
    make('nav', { 'aria-label': 'Lessons and exercises' }, lessons.length ? list : empty),
    ...(pages.some(page => page.work.length) ? [meaningOfDone(pages)] : []),
    ...(help ? [make('nav', { 'aria-label': 'Help' }, link(lab, workspace, help, [help.title], help.path === here))] : []),
    make('h2', { class: 'gwlab-heading' }, 'My work'),
    make('p', {}, 'The papers you made and the words you kept, as files that you can read.'),
    kept,
    ...(lab.start ? [full] : []),
  );
  return states;
}

/** Put the path of lessons at the left, and keep it up to date. */
export function addPathPanel(lib, lab, app, tracker, course, restorer) {
  const panel = new lib.Widget();
  panel.id = 'groundwork-path';
  panel.addClass('gwlab-path');
  panel.node.setAttribute('role', 'region');
  panel.node.setAttribute('aria-label', 'Your path');
  panel.title.label = 'Your path';
  panel.title.caption = 'Your path: lessons and exercises';
  panel.node.addEventListener('keydown', event => event.key === 'Escape' && lab.room?.fold());
  app.shell.add(panel, 'left', { rank: 1 });
  restorer?.add(panel, panel.id);
  let show = () => null;
  const draw = async () => {
    const path = tracker.currentWidget?.context.path;
    const workspace = workspaceOf(course, path);
    const here = path && courseName(course, path);
    if (here && here !== course.help?.path) lab.cameFrom = here; // where the page of help leads back to
    const states = drawPath(lab, panel.node, workspace, await lab.pages(workspace), here);
    show = () => showStates(lab, workspace, states);
    show();
  };
  tracker.currentChanged.connect(draw);
  onKept(() => show());
  draw();
  if (!lab.isLearners) return;
  // In a small window (or a zoomed one) the lesson needs the room; the panel's tab stays.
  app.restored.then(() => {
    app.shell.activateById(panel.id);
    lab.room.fold();
  });
}
