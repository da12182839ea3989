import type { Fault } from '../fault.ts';

/** Faults in how the write-ahead log is read for what changed. */
export const IN_HERMES_LOG: readonly Fault[] = [
  {
    name: 'a page that is not understood is passed over',
    file: 'hermes/log/changeLog.ts',
    text: 'if (!ids || !ofMessages) return null;',
    replacement: 'if (!ids || !ofMessages) continue;',
    matters: 'What Hermes wrote there is never counted',
    tests: ['hermes/log/changeLog'],
  },
  {
    name: 'computed columns shift those that are looked for',
    file: 'hermes/log/changeLog.ts',
    text: '  if (rows.some(([, hidden]) => hidden !== 0)) return null;\n',
    replacement: '',
    matters: 'In a later schema no change is ever found',
    tests: ['hermes/log/changeLog'],
  },
  {
    name: 'a place lies behind what nobody sees yet',
    file: 'hermes/log/logTail.ts',
    text: '        published = ended;\n        ended = { header: this.#start.header, frames, checksum };',
    replacement:
      '        published = { header: this.#start.header, frames, checksum };\n        ended = published;',
    matters: 'A message that is written while a scan looks is never counted',
    tests: ['hermes/log/logTail'],
  },
  {
    name: 'frames of an older round are read',
    file: 'hermes/log/logTail.ts',
    text: 'return first === storedFirst && second === storedSecond ? [first, second] : undefined;',
    replacement: 'return [first, second];',
    matters: 'What was not written to the end is taken for written',
    tests: ['hermes/log/logTail'],
  },
  {
    name: 'a log that was started over is read on',
    file: 'hermes/log/logTail.ts',
    text: "return start.header === header.toString('hex') ? new Frames(descriptor, header, start).read() : null;",
    replacement: 'return new Frames(descriptor, header, start).read();',
    matters: 'Changes between two looks are not seen',
    tests: ['hermes/log/logTail', 'hermes/log/changeLog'],
  },
  {
    name: 'the frame before a place may be another',
    file: 'hermes/log/logTail.ts',
    text: '    if (!this.#isStill(frames, checksum)) return null;\n',
    replacement: '',
    matters: 'Changes before the place are not seen',
    tests: ['hermes/log/logTail'],
  },
  {
    name: 'an id that goes on elsewhere is read to its end on the page',
    file: 'hermes/log/pageTexts.ts',
    text: '<= localBytes(page.length, payload.value)',
    replacement: '<= payload.value',
    matters: 'The session whose row is long is not found to have changed',
    tests: ['hermes/log/changeLog'],
  },
];
