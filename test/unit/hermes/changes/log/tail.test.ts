import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type LogPosition, readTail } from '../../../../../src/hermes/changes/log/tail.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';

const HEADER_BYTES = 32;
const FRAME_BYTES = 24 + 4096;
/** Where in a frame its checksum is. */
const CHECKSUM = 16;

describe('what was written to a log', () => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create();
    home.sql.pragma('wal_autocheckpoint = 0');
    home.addSession({ id: 'a' });
  });
  afterEach(() => home.remove());

  const log = (): string => `${home.databasePath}-wal`;
  const tail = (from: LogPosition | null = null) => readTail(log(), from);
  const frames = (): number => Math.floor(readFileSync(log()).length / FRAME_BYTES);
  const offsetOf = (frame: number): number => HEADER_BYTES + frame * FRAME_BYTES;

  /** A log with these bytes. */
  function copyOf(bytes: Uint8Array): string {
    const copy = join(home.path, 'copy');
    writeFileSync(copy, bytes);
    return copy;
  }

  it('begins behind the place that it is asked from', () => {
    const first = tail()!;
    assert.ok(first.published.frames > 0 && first.published.frames < frames());
    const again = tail(first.published)!;
    assert.ok(again.pages.size > 0);
    assert.deepEqual(again.published, first.published);
    home.addMessage('a');
    home.addMessage('a');
    const later = tail(again.published)!;
    assert.ok(later.published.frames > first.published.frames);
    assert.deepEqual(later.published, tail()!.published);
  });

  it('holds the newest image of each page, as it is in the file after a checkpoint', () => {
    const { published } = tail()!;
    for (let i = 0; i < 50; i++) home.addMessage('a', { content: 'x'.repeat(500) });
    const { pages } = tail(published)!;
    home.sql.pragma('wal_checkpoint(TRUNCATE)');
    const file = readFileSync(home.databasePath);
    for (const [number, page] of pages)
      assert.ok(file.subarray((number - 1) * 4096, number * 4096).equals(page), `page ${number}`);
  });

  it('is published up to the last transaction but one: its writer may not have shown the last', () => {
    const before = frames();
    home.addMessage('a');
    assert.equal(tail()!.published.frames, before);
  });

  it('is not known from a place in a log that was started over', () => {
    const { published } = tail()!;
    home.sql.pragma('wal_checkpoint(RESTART)');
    home.addMessage('a');
    assert.equal(tail(published), null);
    const anew = tail()!;
    assert.equal(anew.published.frames, 0);
    assert.ok(anew.pages.size > 0 && anew.pages.size < 10, 'without the frames of the round before');
  });

  it('is not known from a place whose frame is another, as in a log that was put back and written on', () => {
    home.addMessage('a');
    const { published } = tail()!;
    const bytes = readFileSync(log());
    bytes[offsetOf(published.frames - 1) + CHECKSUM]! ^= 1;
    assert.equal(readTail(copyOf(bytes), published), null);
  });

  it('is not known from a place behind the end of the log', () => {
    home.addMessage('a');
    const { published } = tail()!;
    const shorter = readFileSync(log()).subarray(0, offsetOf(published.frames - 1));
    assert.equal(readTail(copyOf(shorter), published), null);
  });

  for (const [what, torn] of [
    ['is not there to its end', (frame: Buffer) => frame.subarray(0, -1)],
    ['has an end that is not its own', (frame: Buffer) => Buffer.from(frame).fill(0x55, FRAME_BYTES - 512)],
  ] as const) {
    it(`ends where a frame ${what}`, () => {
      const before = readFileSync(log());
      home.addMessage('a');
      const frame = readFileSync(log()).subarray(before.length, before.length + FRAME_BYTES);
      assert.deepEqual(
        readTail(copyOf(Buffer.concat([before, torn(frame)])), null),
        readTail(copyOf(before), null),
      );
    });
  }

  it('is not read where there is no log, or what is there is none', () => {
    writeFileSync(join(home.path, 'none'), 'x'.repeat(100));
    assert.equal(readTail(join(home.path, 'none'), null), null);
    writeFileSync(join(home.path, 'empty'), '');
    assert.equal(readTail(join(home.path, 'empty'), null), null);
    assert.throws(() => readTail(join(home.path, 'missing'), null));
  });
});
