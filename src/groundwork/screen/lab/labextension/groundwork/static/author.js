/* For authors: a page loads again as soon as its notebook was built anew from its text. */

const EVERY = 700; // milliseconds

/** Look whether the file of a notebook changed, and load the page again when it did. */
export function loadWhenBuilt(contents, panel) {
  let known = null;
  const look = async () => {
    if (panel.isDisposed) return;
    try {
      const { last_modified: now } = await contents.get(panel.context.path, { content: false });
      if (known !== null && now !== known) {
        // What stands in the page is the old lesson; without this it asks whether to leave it.
        await panel.context.revert();
        window.location.reload();
        return;
      }
      known = now;
    } catch {
      // The server stopped, or the file is being written: the next look tells.
    }
    window.setTimeout(look, EVERY);
  };
  panel.context.ready.then(look);
}
