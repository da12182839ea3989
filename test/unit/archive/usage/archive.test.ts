import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { it } from 'node:test';
import { Archive } from '../../../../src/archive/archive.ts';
import { MIGRATIONS } from '../../../../src/archive/schema.ts';
import type { UsageReading } from '../../../../src/archive/tables/usage.ts';
import { isoOfDay } from '../../../../src/calendar/isoDay.ts';
import { localDayOf } from '../../../../src/calendar/localDay.ts';
import { totalOf } from '../../../../src/usage/amounts.ts';
import type { UsageRecord } from '../../../../src/usage/record.ts';
import { describeWithEachDriver } from '../../hermes/eachDriver.ts';
import { at, row, session, use } from '../../usage/support/uses.ts';
import { archiveAt, archivePath, tamper } from '../support/archives.ts';
import { someRecord } from '../support/records.ts';

const NOON = at('2026-03-09T12:00:00Z');

/** A look at a session whose counters say so much. */
function reading(id: string, input: number, moment = NOON): UsageReading {
  const look = session(use({ input }), [row({ input: 5 }, { task: 'vision' })], { id, mark: input });
  return { use: look, at: moment };
}

/** The days of a session's tokens. */
function daysOf(archive: Archive, id: string): [string, number][] {
  const units = archive.usage.records().get(id)?.units ?? [];
  return units
    .flatMap(({ days }) =>
      days.map(({ day, amounts }) => [isoOfDay(day), totalOf(amounts)] as [string, number]),
    )
    .sort();
}

function totalOfAll(record: UsageRecord | undefined): number {
  const days = record?.units.flatMap((unit) => unit.days) ?? [];
  return days.reduce((sum, { amounts }) => sum + totalOf(amounts), 0);
}

const FIRST = [
  ['2026-03-02', 5],
  ['2026-03-02', 95],
];
const GROWN = [...FIRST, ['2026-03-09', 20]];

describeWithEachDriver('what the archive remembers of usage', (driver) => {
  it('is booked once, whoever books it, and however often', async (t) => {
    const path = await archivePath(t);
    const [one, other] = [archiveAt(t, path, driver), archiveAt(t, path, driver)];
    one.save({ usage: [reading('a', 100)] });
    assert.deepEqual(daysOf(other, 'a'), FIRST);
    // Both have seen the same growth; and one of them comes late with what it had seen before.
    other.save({ usage: [reading('a', 120)] });
    one.save({ usage: [reading('a', 120), reading('b', 7)] });
    one.save({ usage: [reading('a', 110)] });
    for (const archive of [one, other, archiveAt(t, path, driver, false)]) {
      assert.deepEqual(daysOf(archive, 'a'), GROWN);
      assert.deepEqual([...archive.usage.records().keys()], ['a', 'b']);
    }
  });

  const DAYS = [at('2026-03-02T00:00:00Z'), NOON, NOON + 86_400].map((moment) => localDayOf(moment));

  it('is read from a day on: sessions of which anything is known then or later, as they are', async (t) => {
    const path = await archivePath(t);
    const writer = archiveAt(t, path, driver);
    writer.save({ usage: [reading('early', 100), reading('grown', 100)] });
    writer.save({ usage: [reading('grown', 120)] });
    const reader = archiveAt(t, path, driver, false);
    const found = DAYS.toReversed().map((day) => reader.usage.recordsFrom(day));
    assert.deepEqual(
      found.map((records) => [...records.keys()].sort()),
      [[], ['grown'], ['early', 'grown']],
    );
    assert.deepEqual(found[1]!.get('grown'), reader.usage.records().get('grown'));
  });

  it('is known from then on, with what others have written since', async (t) => {
    const path = await archivePath(t);
    const writer = archiveAt(t, path, driver);
    writer.save({ usage: [reading('early', 100), reading('grown', 100)] });
    const reader = archiveAt(t, path, driver, false);
    assert.equal(reader.usage.recordsFrom(DAYS[1]!).size, 0);
    writer.save({ usage: [reading('grown', 120)] });
    assert.deepEqual([...reader.usage.recordsFrom(DAYS[1]!).keys()], ['grown']);
    writer.save({ usage: [reading('grown', 150)] });
    assert.equal(totalOfAll(reader.usage.recordsFrom(DAYS[1]!).get('grown')), 150);
    assert.equal(reader.usage.recordsFrom(DAYS[2]!).size, 1, 'more, where more is known already');
  });

  it('is told with what could not be written, which is never taken for the first sight of a session', async (t) => {
    const path = await archivePath(t);
    archiveAt(t, path, driver).save({ usage: [reading('early', 100)] });
    const unable = archiveAt(t, path, driver, false);
    assert.equal(unable.usage.recordsFrom(DAYS[1]!).size, 0);
    unable.save({ usage: [reading('early', 150)] });
    assert.equal(totalOfAll(unable.usage.recordsFrom(DAYS[1]!).get('early')), 150);
    assert.deepEqual(daysOf(unable, 'early'), [...FIRST, ['2026-03-09', 50]]);
  });

  it('is written only where something is new', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ usage: [reading('a', 100)], sessions: [{ record: someRecord('a') }] });
    const before = readFileSync(path);
    assert.equal(archive.save({ usage: [reading('a', 100, NOON + 999_999)] }), null);
    assert.deepEqual(readFileSync(path), before);
  });

  it('is told with what could not be written yet, and written later', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ usage: [reading('a', 100)] });
    const blocker = driver.openWritable(path, { busyTimeoutMs: 0 });
    blocker.exec('BEGIN IMMEDIATE');
    assert.notEqual(archive.save({ usage: [reading('a', 120)] }), null);
    assert.deepEqual(daysOf(archive, 'a'), GROWN);
    assert.deepEqual(archive.usage.marks(), new Map([['a', 120]]));
    blocker.exec('ROLLBACK');
    blocker.close();
    archive.save({});
    assert.deepEqual(daysOf(archiveAt(t, path, driver, false), 'a'), GROWN);
  });

  it('is in memory alone where nothing may be written', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver, false);
    archive.save({ usage: [reading('a', 100)] });
    assert.deepEqual(daysOf(archive, 'a'), FIRST);
    assert.equal(archive.memos().usage, NOON);
  });

  it('begins with the first reading, and is nothing in an archive of before', async (t) => {
    const path = await archivePath(t);
    const former = new Archive(path, driver, { write: true, migrations: MIGRATIONS.slice(0, 1) });
    former.save({ sessions: [{ record: someRecord('a') }] });
    former.close();
    const reader = archiveAt(t, path, driver, false);
    assert.deepEqual(
      [reader.usage.records().size, reader.usage.marks().size, reader.memos().usage],
      [0, 0, undefined],
    );
    assert.equal(reader.problem, null);
    const writer = archiveAt(t, path, driver);
    writer.save({ usage: [reading('a', 100)] });
    assert.deepEqual([...writer.load().keys()], ['a']);
    assert.deepEqual(daysOf(reader, 'a'), FIRST);
    assert.equal(reader.memos().usage, NOON);
  });

  it('is forgotten with the sessions that are gone, in the copy as well, and not with unlocks', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({
      sessions: [{ record: someRecord('here') }, { record: someRecord('gone', { goneAt: 5 }) }],
      usage: [reading('here', 100), reading('gone', 100)],
    });
    archive.care();
    archive.forgetSteps();
    assert.equal(archive.usage.records().size, 2);
    archive.forgetGone();
    assert.deepEqual([...archive.usage.records().keys()], ['here']);
    archive.close();
    rmSync(path);
    assert.deepEqual([...archiveAt(t, path, driver).usage.records().keys()], ['here']);
  });

  it('is restored, where the archive is damaged, from what is left of it and from its copy', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ sessions: [{ record: someRecord('a') }], usage: [reading('a', 100), reading('b', 7)] });
    archive.care();
    archive.save({ usage: [reading('a', 120)] });
    archive.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 0, 2100));
    const restored = archiveAt(t, path, driver);
    assert.deepEqual(daysOf(restored, 'a'), GROWN);
    assert.deepEqual([...restored.usage.records().keys()].sort(), ['a', 'b']);
    restored.save({ usage: [reading('a', 120)] });
    assert.deepEqual(daysOf(restored, 'a'), GROWN);
  });

  it('is not booked to a row that is not as it was written', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ sessions: [{ record: someRecord('a') }], usage: [reading('a', 100)] });
    archive.care();
    archive.close();
    tamper(path, driver, (file) => file.run(`UPDATE usage SET body = replace(body, '95', '9')`));
    const mended = archiveAt(t, path, driver);
    mended.save({ usage: [reading('a', 120)] });
    assert.notEqual(mended.takeRestoration(), null);
    assert.deepEqual(daysOf(mended, 'a'), GROWN);
  });

  it('can be read by a person', async (t) => {
    const path = await archivePath(t);
    const archive = archiveAt(t, path, driver);
    archive.save({ usage: [reading('a', 100)] });
    archive.save({ usage: [reading('a', 120)] });
    archive.close();
    tamper(path, driver, (file) =>
      assert.deepEqual(
        file
          .prepare('SELECT id, source, task, residual, day, input FROM usage_facts ORDER BY residual, day')
          .all(),
        [
          ['a', 'cli', 'vision', 0, 20_514, 5],
          ['a', 'cli', '', 1, 20_514, 95],
          ['a', 'cli', '', 1, 20_521, 20],
        ],
      ),
    );
  });
});
