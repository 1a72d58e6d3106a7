/* The plugins that JupyterLab is given, and what they set up when it starts. */
import { loadWhenBuilt } from './author.js';
import { availablePages, courseName, isConsole, loadCourse, pagesOf } from './course.js';
import { speakPlainly } from './dialogs.js';
import { makeDrafts } from './drafts.js';
import { make } from './elements.js';
import { listPapersOnly } from './folder.js';
import { keepTitle, makeRoom } from './frame.js';
import { keepAddress, makeOpen } from './leaving.js';
import { attend } from './lesson.js';
import { addPathPanel } from './path.js';
import { progressOf } from './progress.js';
import { watchServer } from './server.js';
import { makeTrust } from './trust.js';

const NAME = 'groundwork';
const PLUGIN = `${NAME}:lessons`;

/** What the lines and the panel need of the application. */
function describeLab(lib, app, tracker, course, drafts, lines) {
  const isLearners = isLearnersView(lib);
  const address = path => addressOf(lib, path);
  const open = makeOpen(app, tracker, drafts, lines, address);
  const lab = {
    isLearners,
    // What a person types to start the course; nothing where somebody else starts it (a hub, Binder).
    start: lib.PageConfig.getOption('groundworkStart'),
    // What a facilitator types to open the console again; nothing on a learner's page.
    again: lib.PageConfig.getOption('groundworkAgain'),
    room: isLearners ? makeRoom(app.shell, tracker) : null,
    open: path => {
      lab.room?.fold();
      return open(path);
    },
    openFolder: path => app.commands.execute('filebrowser:open-path', { path }),
    address,
    pages: workspace => availablePages(course, app.serviceManager.contents, workspace),
    progress: workspace => progressOf(app.serviceManager.contents, workspace),
  };
  return lab;
}

const isLearnersView = lib => lib.PageConfig.getOption('groundworkView') === 'learner';

/** The address of a notebook in this application: JupyterLite keeps the path in the query. */
function addressOf(lib, path) {
  const isLite = lib.PageConfig.getOption('contentsAllJsonFile') !== '';
  return isLite ? `?path=${encodeURIComponent(path)}` : lib.PageConfig.getUrl({ treePath: path });
}

/** Add our style sheets; the promise is kept when they hold. */
function addStyles() {
  return Promise.all(['drawn.css', 'style.css'].map(name => new Promise(resolve => {
    const href = new URL(name, import.meta.url).href;
    document.head.append(make('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve }));
  })));
}

function makePlugin(lib) {
  const loading = loadCourse(); // while JupyterLab makes itself ready: it waits for `activate`
  return {
    id: PLUGIN,
    description: 'Starts course notebooks on opening and shows the path of lessons.',
    autoStart: true,
    requires: [lib.INotebookTracker],
    optional: [lib.ISettingRegistry, lib.ILayoutRestorer, lib.IRouter, lib.IDefaultFileBrowser],
    activate: async (app, tracker, registry, restorer, router, files) => {
      const styled = addStyles();
      if (router && isLearnersView(lib)) keepAddress(router);
      const course = await loading;
      const drafts = makeDrafts();
      const lines = new WeakMap(); // a notebook's panel -> its line
      const lab = describeLab(lib, app, tracker, course, drafts, lines);
      const server = watchServer(lib, app.serviceManager);
      server.listen(stopped => {
        document.body.toggleAttribute('data-gw-stopped', stopped);
        if (stopped) document.dispatchEvent(new Event('gw-stopped')); // widgets wait for answers
      });
      const isAuthors = lib.PageConfig.getOption('groundworkAuthor') !== '';
      const trust = makeTrust(course, await registry?.load(PLUGIN).catch(() => null), isAuthors);
      const begin = panel => {
        attend(lib, lab, course, trust, server, drafts, lines, panel);
        if (isAuthors) loadWhenBuilt(app.serviceManager.contents, panel);
      };
      tracker.forEach(begin);
      tracker.widgetAdded.connect((_, panel) => begin(panel));
      const opened = lib.PageConfig.getOption('treePath');
      if (!isConsole(course, opened)) addPathPanel(lib, lab, app, tracker, course, restorer);
      tracker.currentChanged.connect((_, panel) => tellServer(panel));
      if (!lab.isLearners) return;
      document.body.classList.add('gwlab-learner');
      Promise.all([styled, app.restored]).then(() => lab.room.refit());
      if (files) listPapersOnly(files);
      speakPlainly(lib);
      const titled = [...pagesOf(course), course.console];
      keepTitle(tracker, path => titled.find(page => page?.path === courseName(course, path))?.title);
    },
  };
}

/** Tell the server which page is on the screen: of a lesson that still runs it hears nothing else. */
async function tellServer(panel) {
  await panel?.sessionContext.ready;
  await panel?.sessionContext.session?.setPath(panel.context.path).catch(() => null);
}

/** In place of JupyterLab's search for another window of the same name.
 *
 * It listens for up to half a second before anything opens. Here each page has a name of its own, so
 * two windows share nothing that one could spoil for the other.
 */
function makeWindowName(lib) {
  return {
    id: `${NAME}:window-name`,
    description: 'Names the window after the page in it.',
    autoStart: true,
    provides: lib.IWindowResolver,
    activate: () => ({ name: windowName(lib.PageConfig.getOption('treePath')) }),
  };
}

/** A name that can be part of an address and of a file's name. */
const windowName = path => `groundwork-${path.replace(/[^A-Za-z0-9]+/g, '-')}`.slice(0, 80);

/** In place of JupyterLab's dialog, which names "the Jupyter server": our line says what to do. */
function makeSilence(lib) {
  return {
    id: `${NAME}:connection-lost`,
    description: 'Leaves it to the line above a lesson to say that the server stopped.',
    autoStart: true,
    provides: lib.IConnectionLost,
    activate: () => async () => undefined,
  };
}

/** All plugins. A hub has a dialog of its own, which can start the server again. */
export function pluginsFor(lib) {
  const plugins = [makePlugin(lib)];
  if (!isLearnersView(lib)) return plugins;
  const onHub = lib.PageConfig.getOption('hubPrefix') !== '';
  return [...plugins, makeWindowName(lib), ...(onHub ? [] : [makeSilence(lib)])];
}
