/* Groundwork in JupyterLab: a lesson is live when it opens, and the path of lessons is at hand.
 *
 * A prebuilt extension written by hand: no Node.js, no bundler. JupyterLab (and JupyterLite, which
 * bundles the same files) loads this script and asks `window._JUPYTERLAB.groundwork` for its plugins.
 * They are made in plugin.js; what each module beside it is about, its first line says.
 */
(() => {
  'use strict';

  // Whatever the extension loads comes from this file's own folder, so it works under any base URL.
  const HERE = new URL('.', document.currentScript.src);
  // Asked for at once and together: found one after the other through their imports, they would
  // come later.
  const [ours] = [
    'plugin.js', 'author.js', 'bookmark.js', 'checks.js', 'copies.js', 'course.js', 'dialogs.js', 'drafts.js', 'elements.js',
    'folder.js', 'folds.js', 'frame.js', 'guess.js', 'leaving.js', 'lesson.js', 'line.js', 'memory.js', 'path.js',
    'print.js', 'printed.js', 'progress.js', 'reading.js', 'restart.js', 'running.js', 'sections.js', 'server.js', 'stop.js',
    'trust.js',
  ].map(name => import(new URL(name, HERE).href));

  let shareScope = {};

  /** Load one of JupyterLab's own modules, the very copy it uses: its tokens are compared by identity.
   *
   * Where several versions are on offer, the highest wins, as it does for webpack's singletons.
   */
  async function load(module) {
    const versions = Object.keys(shareScope[module]);
    const highest = versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
    return (await shareScope[module][highest].get())();
  }

  async function loadLibrary() {
    const modules = ['application', 'apputils', 'cells', 'coreutils', 'filebrowser', 'notebook', 'services', 'settingregistry'];
    const names = [...modules.map(name => `@jupyterlab/${name}`), '@lumino/widgets'];
    return Object.assign({}, ...(await Promise.all(names.map(load))));
  }

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB.groundwork = {
    init: scope => {
      shareScope = scope;
    },
    get: async () => {
      const [{ pluginsFor }, lib] = await Promise.all([ours, loadLibrary()]);
      const plugins = pluginsFor(lib);
      return () => ({ __esModule: true, default: plugins });
    },
  };
})();
