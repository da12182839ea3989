/** Many things name sessions, so a title of a megabyte would stand in what is shown some hundred times. */
const LONGEST_TITLE = 1000;

/** A session's title, cut where it is longer than anybody reads. */
export function shortTitle(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).toWellFormed()}…`;
}
