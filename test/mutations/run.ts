/**
 * Puts faults into the source, one at a time, and looks whether a unit test notices. By hand, for it takes minutes:
 *   npm run test:mutations                    all faults of the list; writes down in caught.md what caught each
 *   npm run test:mutations -- --only TEXT     those with this text in their name or their file's
 *
 * Ends with 1 when a fault survives that is not said to be harmless, or one can no longer be put in.
 *
 * StrykerJS was looked at and not taken: it makes its faults itself, from operators and literals, and takes no list.
 * Those that cost users something here (an await left out, two writes in the wrong order, a lock that is not given
 * back, a column too few in a query) are not among them, and thousands that mean nothing are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onShutdown, runToTheEnd } from '../host/runtime/lifetime.ts';
import { say } from '../host/runtime/say.ts';
import { CheckoutCopy, StaleFault } from './checkoutCopy.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults/all.ts';
import { type Fate, table } from './table.ts';
import { runTests } from './testRun.ts';

/** A file may take so many times as long with a fault in it as all took without, and this on top. */
const PATIENCE_FACTOR = 3;
const PATIENCE_MS = 60_000;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

await runToTheEnd(async () => {
  const copy = new CheckoutCopy();
  onShutdown(() => copy.remove());
  try {
    return (await everyFault(copy)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StaleFault)) throw error;
    say(error.message);
    return 1;
  }
});

/** Whether all is well: every fault was caught, or is harmless. */
async function everyFault(copy: CheckoutCopy): Promise<boolean> {
  const faults = FAULTS.filter(({ name, file }) => `${name} ${file}`.includes(values.only));
  assertFresh(copy, faults);
  // What tests leave behind when a fault ends them goes with the copy.
  const temporary = join(copy.path, 'tmp');
  mkdirSync(temporary);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temporary;
  const limitMs = await withoutFault(copy, faults);
  const fates: Fate[] = [];
  for (const fault of faults) {
    const fate = await fateOf(copy, fault, limitMs);
    fates.push(fate);
    say(`${fate.caughtBy.length > 0 ? 'caught  ' : 'SURVIVED'} ${fault.file}: ${fault.name}`);
    say(`         ${fate.caughtBy[0] ?? fault.harmless ?? fault.matters}`);
  }
  const survivors = fates.filter(({ fault, caughtBy }) => caughtBy.length === 0 && !fault.harmless);
  say(`${fates.length} faults, ${survivors.length} that matter survived`);
  for (const { fault } of survivors) say(`  ${fault.file}: ${fault.name}`);
  if (values.only === '') writeFileSync(new URL('caught.md', import.meta.url), table(fates));
  return survivors.length === 0;
}

/** @throws StaleFault for the first that cannot be put in */
function assertFresh(copy: CheckoutCopy, faults: readonly Fault[]): void {
  if (faults.length === 0) throw new StaleFault(`No fault is called ${values.only}`);
  const twice = FAULTS.find(({ name }, index) => FAULTS.findIndex((other) => other.name === name) !== index);
  if (twice) throw new StaleFault(`Two faults are called "${twice.name}"`);
  for (const fault of faults) {
    copy.testFiles(fault);
    copy.putIn(fault)();
  }
}

/** Tests that fail by themselves would seem to notice. @returns how long a file may take from now on, in milliseconds */
async function withoutFault(copy: CheckoutCopy, faults: readonly Fault[]): Promise<number> {
  const files = [...new Set(faults.flatMap((fault) => copy.testFiles(fault)))];
  const { failed, passed, milliseconds } = await runTests(copy.path, files, 10 * PATIENCE_MS);
  if (failed.length > 0) throw new Error(`These fail without any fault: ${failed.join('; ')}`);
  say(
    `${passed} tests of ${files.length} files pass without a fault, in ${Math.round(milliseconds / 1000)} s`,
  );
  return PATIENCE_MS + PATIENCE_FACTOR * milliseconds;
}

/** Tests are asked one file after another, until one notices. */
async function fateOf(copy: CheckoutCopy, fault: Fault, limitMs: number): Promise<Fate> {
  const takeOut = copy.putIn(fault);
  try {
    for (const file of copy.testFiles(fault)) {
      const { failed } = await runTests(copy.path, [file], limitMs);
      if (failed.length > 0) return { fault, caughtBy: failed };
    }
    return { fault, caughtBy: [] };
  } finally {
    takeOut();
  }
}
