/* The list of files as a learner needs it: papers and words, not the data that the course keeps beside them. */

// As groundwork.learner names them; they are files all the same, for whoever looks with another program.
const KEPT_FOR_THE_COURSE = /(^|[/:])my_work\/(data|place\.json)$/;

/** Leave what only the course reads out of the list, also while the learner searches in it. */
export function listPapersOnly(browser) {
  const { model } = browser;
  const setFilter = model.setFilter.bind(model);
  model.setFilter = filter => setFilter(item => (KEPT_FOR_THE_COURSE.test(item.path) ? null : filter(item)));
  model.setFilter(() => ({}));
}
