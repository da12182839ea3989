import type { Translate } from '../artwork/words.ts';

/**
 * What the layers below may say of a problem, and the reasons that may stand in it. They run in workers, write to files
 * that other programs read and serve a command line, so they know no language: their sentences are English until here.
 */
export const PROBLEM_SENTENCES = [
  'There is no Hermes home at {0}: start Hermes once, or choose another home',
  '{0} is a file: the Hermes home is the folder that it is in, {1}',
  'There is no {0}: start Hermes once, or choose another home',
  'Hermes keeps its history in PostgreSQL, which cannot be read here: {0} sets {1}',
  '{0} is not an SQLite database: put back a copy that is one, or choose another home',
  '{0} is damaged and cannot be read whole: "hermes doctor" can mend it',
  '{0} was changed by another program while it was read: try again',
  'The tables of {0} were changed while it was read: try again',
  'The history was replaced while it was read: try again',
  'Another program keeps {0} locked: try again when it has finished',
  '{0} must first be opened by Hermes, to recover from a crash',
  '{0} cannot be opened: what was written last waits in a log that needs a writable directory to be read; let Hermes close it, or make its directory writable',
  '{0} may not be read by this user: give this user the right to read it, or run this as the user of Hermes',
  '{0} cannot be read: {1}',
  '{0} cannot be read ({1})',
  'it is not a file; move it away',
  'it is a link to another file; remove the link',
  'it belongs to another user; give it to this user, or move it away',
  '{0} holds no Hermes history: it has no table {1}; choose another home, or let Hermes bring it up to date',
  '{0} holds no Hermes history: its table {1} has no column {2}; choose another home, or let Hermes bring it up to date',
  'The scan stopped: {0}',
  'The scan worker ended unexpectedly',
  'An unexpected error stopped the scan',
  'An unexpected error stopped the scan ({0})',
  'Badges cannot be saved and are kept in memory only. {0} ({1})',
  'What is remembered of earlier scans cannot be read: badges are counted from the history alone. {0} ({1})',
  'A damaged file of unlocks was set aside as {0}; what is known of it was restored.',
  'The unlocks in state.json could not be read: {0}',
  '{0} sessions could not be read, as state.db is damaged; what was known of them is kept. "hermes doctor" can mend it.',
  '1 session could not be read, as state.db is damaged; what was known of it is kept. "hermes doctor" can mend it.',
  'An index of state.db is damaged; the figures are whole without it. "hermes doctor" can mend it.',
  'What is remembered of your history was lost. Restored from its copy of {0}: {1} sessions and {2} unlocks.',
  'What is remembered of your history was damaged, and set aside as {0}. Restored without a copy: {1} sessions and {2} unlocks.',
  'What is remembered of your history was damaged, and set aside as {0}. Restored with the copy of {1}: {2} sessions and {3} unlocks.',
  'Could not write {0}: another program keeps it locked; try again when it has finished',
  'Could not open {0}: permission was denied; give this user the right to it',
  'Could not read or write {0}: the disk reports an error; check it',
  '{0} is left alone: it is a link, no file, or belongs to another user; move it away',
  '{0} was written by a newer version: it is read as far as it is understood, and not written; update this extension',
  '{0} is damaged; it is restored by the next scan that can write',
  'Could not {0} {1}: {2}',
  'write',
  'read',
  'remove',
  'set aside',
  'another program keeps changing it',
  'its directory does not exist',
  'unknown error',
  'no space is left on the disk; make room on it and try again',
  'the file system is read-only; mount it for writing',
  'permission was denied; give this user the right to it',
  'it or its directory may not be opened; give this user the right to both',
  'it is not there any more; try again',
  'a part of its path is a file, not a directory; check the path',
  'it is a directory; move it away',
  'its links lead in a circle; remove one of them',
  'the disk or device reports an error; check it',
  'the device is not there; connect it and try again',
  'too many files are open; close some programs and try again',
  'its name is too long; choose a shorter one',
  'it would be larger than a file may be; choose another disk',
  'another program is using it; try again when it has finished',
  'it is damaged',
  'the place on the network does not answer; connect it and try again',
] as const;

let patterns: ReturnType<typeof makePatterns> | undefined;

/** Made with the first problem. The more of a sentence is its own words, the surer it is meant. */
function makePatterns() {
  return PROBLEM_SENTENCES.map((sentence) => ({
    sentence,
    ownWords: sentence.replace(/\{\d\}/g, '').length,
    pattern: new RegExp(`^${sentence.replace(/[.()]/g, '\\$&').replace(/\{\d\}/g, '(.+?)')}$`, 's'),
  })).toSorted((a, b) => b.ownWords - a.ownWords);
}

/** A problem in the user's language; one that is not known, as it is. What is quoted in it is translated too. */
export function problemWords(message: string, translate: Translate): string {
  patterns ??= makePatterns();
  for (const { sentence, pattern } of patterns) {
    const values = pattern.exec(message)?.slice(1);
    if (values) return translate(sentence, ...values.map((value) => problemWords(value, translate)));
  }
  return message;
}
