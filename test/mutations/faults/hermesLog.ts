import type { Fault } from '../fault.ts';

/** Faults in how the write-ahead log is read for what changed. */
export const IN_HERMES_LOG: readonly Fault[] = [
  {
    name: 'a page that is not understood is passed over',
    file: 'hermes/changes/log/touched.ts',
    text: 'if (!ids || !ofMessages || !ofUses) return null;',
    replacement: 'if (!ids || !ofMessages || !ofUses) continue;',
    matters: 'What Hermes wrote there is never counted',
    tests: ['hermes/changes/log/touched'],
  },
  {
    name: 'computed columns shift those that are looked for',
    file: 'hermes/changes/log/touched.ts',
    text: '  if (rows.some(([, hidden]) => hidden !== 0)) return null;\n',
    replacement: '',
    matters: 'In a later schema no change is ever found',
    tests: ['hermes/changes/log/touched'],
  },
  {
    name: 'a place lies behind what nobody sees yet',
    file: 'hermes/changes/log/tail.ts',
    text: '        published = ended;\n        ended = { header: this.#start.header, frames, checksum };',
    replacement:
      '        published = { header: this.#start.header, frames, checksum };\n        ended = published;',
    matters: 'A message that is written while a scan looks is never counted',
    tests: ['hermes/changes/log/tail'],
  },
  {
    name: 'a frame is read whatever its checksum says',
    file: 'hermes/changes/log/tail.ts',
    text: 'return first === storedFirst && second === storedSecond ? [first, second] : undefined;',
    replacement: 'return [first, second];',
    matters: 'What was not written to the end is taken for written',
    tests: ['hermes/changes/log/tail'],
  },
  {
    name: 'a log that was started over is read on',
    file: 'hermes/changes/log/tail.ts',
    text: "return start.header === header.toString('hex') ? new Frames(descriptor, header, start).read() : null;",
    replacement: 'return new Frames(descriptor, header, start).read();',
    matters: 'Changes between two looks are not seen',
    tests: ['hermes/changes/log/tail', 'hermes/changes/log/touched'],
  },
  {
    name: 'the frame before a place may be another',
    file: 'hermes/changes/log/tail.ts',
    text: '    if (!this.#isStill(frames, checksum)) return null;\n',
    replacement: '',
    matters: 'Changes before the place are not seen',
    tests: ['hermes/changes/log/tail'],
  },
  {
    name: 'an id that goes on elsewhere is read to its end on the page',
    file: 'hermes/changes/log/pageTexts.ts',
    text: '<= localBytes(page.length, payload.value)',
    replacement: '<= payload.value',
    matters: 'The session whose row is long is not found to have changed',
    tests: ['hermes/changes/log/touched'],
  },
];
