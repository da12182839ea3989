/**
 * What may be the matter, and why: every problem that people are told of, by its code. What a sentence is about stands
 * in it as {0}, {1}. The reasons are half sentences that stand in others and name no file. Everything is translated in
 * `l10n`, under the sentence itself.
 */
export const PROBLEMS = {
  'home.missing': 'There is no Hermes home at {0}: start Hermes once, or choose another home',
  'home.isFile': '{0} is a file: the Hermes home is the folder that it is in, {1}',

  'database.missing': 'There is no {0}: start Hermes once, or choose another home',
  'database.elsewhere': 'Hermes keeps its history in PostgreSQL, which cannot be read here: {0} sets {1}',
  'database.otherFormat':
    '{0} is not an SQLite database: put back a copy that is one, or choose another home',
  'database.damaged': '{0} is damaged and cannot be read whole: "hermes doctor" can mend it',
  'database.changed': '{0} was changed by another program while it was read: try again',
  'database.tablesChanged': 'The tables of {0} were changed while it was read: try again',
  'database.replaced': 'The history was replaced while it was read: try again',
  'database.locked': 'Another program keeps {0} locked: try again when it has finished',
  'database.crashed': '{0} must first be opened by Hermes, to recover from a crash',
  'database.logUnreadable':
    '{0} cannot be opened: what was written last waits in a log that needs a writable directory to be read; let Hermes close it, or make its directory writable',
  'database.notPermitted':
    '{0} may not be read by this user: give this user the right to read it, or run this as the user of Hermes',
  'database.unreadable': '{0} cannot be read: {1}',
  /** With the name that SQLite gives it, where there are no words for that. */
  'database.unreadableBy': '{0} cannot be read ({1})',
  'database.noTable':
    '{0} holds no Hermes history: it has no table {1}; choose another home, or let Hermes bring it up to date',
  'database.noColumn':
    '{0} holds no Hermes history: its table {1} has no column {2}; choose another home, or let Hermes bring it up to date',

  'damage.sessions':
    '{0} sessions could not be read, as state.db is damaged; what was known of them is kept. "hermes doctor" can mend it.',
  'damage.session':
    '1 session could not be read, as state.db is damaged; what was known of it is kept. "hermes doctor" can mend it.',
  'damage.index':
    'An index of state.db is damaged; the figures are whole without it. "hermes doctor" can mend it.',

  'scan.stopped': 'The scan stopped: {0}',
  'scan.cancelled': 'The scan was cancelled',
  'scan.workerEnded': 'The scan worker ended unexpectedly',
  'scan.unexpected': 'An unexpected error stopped the scan',
  'scan.unexpectedBy': 'An unexpected error stopped the scan ({0})',

  'file.notWritten': 'Could not write {0}: {1}',
  'file.notRead': 'Could not read {0}: {1}',
  'file.notRemoved': 'Could not remove {0}: {1}',
  'file.notSetAside': 'Could not set aside {0}: {1}',
  /** What is the matter, and in which folder. */
  'file.at': '{0} ({1})',

  'unlocks.inMemoryOnly': 'Badges cannot be saved and are kept in memory only. {0} ({1})',
  'unlocks.unreadable': 'The unlocks in state.json could not be read: {0}',
  'unlocks.setAside': 'A damaged file of unlocks was set aside as {0}; what is known of it was restored.',

  'archive.notRemembered':
    'What is remembered of earlier scans cannot be read: badges are counted from the history alone. {0} ({1})',
  'archive.locked': 'Could not write {0}: another program keeps it locked; try again when it has finished',
  'archive.notPermitted': 'Could not open {0}: permission was denied; give this user the right to it',
  'archive.unreadable': 'Could not read or write {0}: the disk reports an error; check it',
  'archive.notOurs': '{0} is left alone: it is a link, no file, or belongs to another user; move it away',
  'archive.newer':
    '{0} was written by a newer version: it is read as far as it is understood, and not written; update this extension',
  'archive.damaged': '{0} is damaged; it is restored by the next scan that can write',
  'archive.restoredLost':
    'What is remembered of your history was lost. Restored from its copy of {0}: {1} sessions and {2} unlocks.',
  'archive.restored':
    'What is remembered of your history was damaged, and set aside as {0}. Restored without a copy: {1} sessions and {2} unlocks.',
  'archive.restoredWithCopy':
    'What is remembered of your history was damaged, and set aside as {0}. Restored with the copy of {1}: {2} sessions and {3} unlocks.',

  'sample.isFile': '{0} is a file; a sample needs a folder',
  'sample.homeInUse': '{0} looks like a Hermes home in use; choose another folder for the sample',
  'sample.notEmpty': '{0} is not empty and holds no earlier sample; choose a new or empty folder',
  'sample.notWritten': 'No sample can be written to {0}: {1}',

  'zone.unknown': 'TZ is "{0}", which names no known time zone: days, nights and weekends are counted in UTC',

  'reason.diskFull': 'no space is left on the disk; make room on it and try again',
  'reason.readOnly': 'the file system is read-only; mount it for writing',
  'reason.notPermitted': 'permission was denied; give this user the right to it',
  'reason.notOpened': 'it or its directory may not be opened; give this user the right to both',
  'reason.gone': 'it is not there any more; try again',
  'reason.noDirectory': 'its directory does not exist',
  'reason.noFolder': 'no folder can be made there',
  'reason.fileInPath': 'a part of its path is a file, not a directory; check the path',
  'reason.isDirectory': 'it is a directory; move it away',
  'reason.noFile': 'it is not a file; move it away',
  'reason.isLink': 'it is a link to another file; remove the link',
  'reason.otherOwner': 'it belongs to another user; give it to this user, or move it away',
  'reason.circle': 'its links lead in a circle; remove one of them',
  'reason.diskError': 'the disk or device reports an error; check it',
  'reason.noDevice': 'the device is not there; connect it and try again',
  'reason.tooManyOpen': 'too many files are open; close some programs and try again',
  'reason.nameTooLong': 'its name is too long; choose a shorter one',
  'reason.tooLarge': 'it would be larger than a file may be; choose another disk',
  'reason.inUse': 'another program is using it; try again when it has finished',
  'reason.keepsChanging': 'another program keeps changing it',
  'reason.damaged': 'it is damaged',
  'reason.network': 'the place on the network does not answer; connect it and try again',
  'reason.internal': 'internal error ({0})',
  'reason.unknown': 'unknown error',

  /** What nobody foresaw, in the words of who says it. */
  other: '{0}',
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
