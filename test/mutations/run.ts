/**
 * Puts faults into the source, one at a time, and looks whether a unit test notices. By hand, for it takes minutes:
 *   npm run test:mutations                    all faults of the list; writes down in caught.md what caught each
 *   npm run test:mutations -- --only TEXT     those with this text in their name or their file's; may be given again
 *   npm run test:mutations -- --jobs N        so many at a time; as many as there are cores unless it is given
 *
 * Before any test it says which faults of the list can no longer be put in, all of them. Ends with 1 when one of those is
 * asked for, or one survives that is not said to be harmless.
 *
 * StrykerJS was looked at and not taken: it makes its faults itself, from operators and literals, and takes no list.
 * Those that cost users something here (an await left out, two writes in the wrong order, a lock that is not given
 * back, a column too few in a query) are not among them, and thousands that mean nothing are.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { onShutdown, runToTheEnd } from '../host/runtime/lifetime.ts';
import { say } from '../host/runtime/say.ts';
import { CHECKOUT, CheckoutCopy } from './checkoutCopy.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults/all.ts';
import { reasonsAgainst } from './stale.ts';
import { type Fate, table } from './table.ts';
import { runTests } from './testRun.ts';

/** A file may take so many times as long with a fault in it as without, and this on top, before it counts as hanging. */
const PATIENCE_FACTOR = 5;
const PATIENCE_MS = 20_000;
/** And so long without one. */
const LONGEST_MS = 600_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});

await runToTheEnd(async () => {
  const faults = FAULTS.filter(isWanted);
  const wrong = wrongWith(faults);
  if (wrong !== undefined) say(wrong);
  const stale = sayStale();
  if (wrong !== undefined || faults.some((fault) => stale.has(fault))) return 1;
  const copies: CheckoutCopy[] = [];
  onShutdown(() => copies.map((copy) => copy.remove()));
  while (copies.length < Number(values.jobs)) copies.push(new CheckoutCopy());
  return (await everyFault(copies, faults)) ? 0 : 1;
});

function isWanted({ name, file }: Fault): boolean {
  return values.only.length === 0 || values.only.some((text) => `${name} ${file}`.includes(text));
}

/** What makes no sense of that which is asked for. */
function wrongWith(faults: readonly Fault[]): string | undefined {
  if (!(Number(values.jobs) >= 1)) return `--jobs ${values.jobs}: a number from 1 on is meant`;
  if (faults.length === 0) return `No fault is called ${values.only.join(' or ')}`;
  const twice = FAULTS.find(({ name }, index) => FAULTS.findIndex((other) => other.name === name) !== index);
  return twice && `Two faults are called "${twice.name}"`;
}

/** Says of the whole list, whatever is asked for, which faults cannot be put in any more. @returns those */
function sayStale(): ReadonlySet<Fault> {
  const stale = new Set<Fault>();
  for (const fault of FAULTS) {
    for (const reason of reasonsAgainst(fault, CHECKOUT)) {
      say(reason);
      stale.add(fault);
    }
  }
  if (stale.size > 0) say(`${stale.size} of ${FAULTS.length} faults cannot be put in any more`);
  return stale;
}

/** Whether all is well: every fault was caught, or is harmless. */
async function everyFault(copies: readonly CheckoutCopy[], faults: readonly Fault[]): Promise<boolean> {
  const limits = await withoutFault(copies, faults);
  const fates = await shareOut(copies, faults, async (copy, fault) => {
    const fate = await fateOf(copy, fault, limits);
    say(`${fate.caughtBy.length > 0 ? 'caught  ' : 'SURVIVED'} ${fault.file}: ${fault.name}`);
    say(`         ${fate.noticedIn ?? ''} ${fate.caughtBy[0] ?? fault.harmless ?? fault.matters}`);
    return fate;
  });
  const survivors = fates.filter(({ fault, caughtBy }) => caughtBy.length === 0 && !fault.harmless);
  say(`${fates.length} faults, ${survivors.length} that matter survived`);
  for (const { fault } of survivors) say(`  ${fault.file}: ${fault.name}`);
  if (values.only.length === 0) writeFileSync(new URL('caught.md', import.meta.url), table(fates));
  return survivors.length === 0;
}

/**
 * Runs the tests without any fault: those that fail by themselves would seem to notice.
 * @returns how long each may take from now on, in milliseconds
 */
async function withoutFault(
  copies: readonly CheckoutCopy[],
  faults: readonly Fault[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(faults.flatMap(({ tests }) => tests))];
  const runs = await shareOut(copies, names, (copy, name) => runTests(copy, name, LONGEST_MS));
  const failed = runs.flatMap((run) => run.failed);
  if (failed.length > 0) throw new Error(`Without any fault, too, these fail: ${failed.join('; ')}`);
  const tests = runs.reduce((sum, { passed }) => sum + passed, 0);
  say(`${tests} tests in ${names.length} files pass without a fault`);
  return new Map(
    names.map((name, index) => [name, PATIENCE_MS + PATIENCE_FACTOR * runs[index]!.milliseconds]),
  );
}

/** Tests are asked one file after another, until one notices. */
async function fateOf(copy: CheckoutCopy, fault: Fault, limits: ReadonlyMap<string, number>): Promise<Fate> {
  const takeOut = copy.putIn(fault);
  try {
    for (const name of fault.tests) {
      const { failed } = await runTests(copy, name, limits.get(name)!);
      if (failed.length > 0) return { fault, noticedIn: name, caughtBy: failed };
    }
    return { fault, noticedIn: null, caughtBy: [] };
  } finally {
    takeOut();
  }
}

/** Does something for each of many, one in each copy at a time. @returns what came of each, in their order */
async function shareOut<Item, Result>(
  copies: readonly CheckoutCopy[],
  items: readonly Item[],
  work: (copy: CheckoutCopy, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const share = async (copy: CheckoutCopy): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(copy, items[index]!);
    }
  };
  await Promise.all(copies.map(share));
  return results;
}
