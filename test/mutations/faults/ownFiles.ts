import type { Fault } from '../fault.ts';

/** Faults in what a scan makes of our own files. */
export const IN_OWN_FILES: readonly Fault[] = [
  {
    name: 'a scan that is to save nothing saves',
    file: 'scanning/ownFiles/publishedSnapshot.ts',
    text: '    if (!this.#place.mayWrite) return;\n    try {',
    replacement: '    try {',
    matters: 'A command line with --no-save writes into the home',
    tests: ['scanning/ownFiles/ownFiles'],
  },
  {
    name: 'the user is told at every scan that nothing can be saved',
    file: 'scanning/ownFiles/savingWarning.ts',
    text: '    this.#warned = true;\n',
    replacement: '',
    matters: 'With a full disk a message pops up every few minutes',
    tests: ['scanning/ownFiles/savingWarning'],
  },
  {
    name: 'the archive stays behind when our files move',
    file: 'scanning/ownFiles/archives.ts',
    text: 'if (this.#current?.path !== directory.pathOf(ARCHIVE_FILE))',
    replacement: 'if (!this.#current)',
    matters: 'What is remembered is written where no other window looks for it',
    tests: ['scanning/ownFiles/archives'],
  },
  {
    name: 'whoever only asks may write',
    file: 'scanning/ownFiles/archives.ts',
    text: 'this.#readOnly ??= await openArchive(await this.#place.directory(), this.#driver, { write: false });\n    return this.#readOnly;',
    replacement: 'return this.current();',
    matters: 'A question asked beside a scan writes into the archive without the lock',
    tests: ['scanning/ownFiles/archives'],
  },
  {
    name: 'the lock of another counts as none that can be had',
    file: 'scanning/ownFiles/scanRight.ts',
    text: "if (attempt.kind === 'busy') return null;",
    replacement: "if (attempt.kind === 'busy') return NO_LOCK;",
    matters: 'Two windows scan at once, and write over what the other has written',
    tests: ['scanning/ownFiles/scanRight'],
  },
  {
    name: 'a window takes its own snapshot for that of another',
    file: 'scanning/ownFiles/publishedSnapshot.ts',
    text: 'return this.#place.mayWrite && !(await this.#isOwn()) ? this.read() : undefined;',
    replacement: 'return this.#place.mayWrite ? this.read() : undefined;',
    matters: 'A rescan in the second of the scan before answers with what that one saw',
    tests: ['scanning/ownFiles/publishedSnapshot'],
  },
];
