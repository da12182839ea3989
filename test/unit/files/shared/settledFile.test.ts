import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type Patience, readSettled } from '../../../../src/files/shared/settledFile.ts';
import { type FileSystem, nodeFileSystem } from '../../../../src/files/system/fileSystem.ts';

/** How long each reading takes by the clock of the tests. */
const READING_MS = 100;
/** A reader without end is stopped by being given what it waits for. */
const MOST_READINGS = 60;

const HALF = '{"unlocks": {"a": {"unlo';
const WHOLE = '{"unlocks": {}}';

/** What a file holds and is told apart by, at each reading from the first on; the last stays. */
type Contents = readonly { readonly text: string; readonly identity: string }[];

/** Reads a file that changes as given, by a clock that only readings move. */
async function read(t: TestContext, contents: Contents, patience: Patience) {
  let now = 5_000;
  t.mock.method(performance, 'now', () => now);
  let readings = 0;
  const current = () => contents[Math.min(readings, contents.length - 1)]!;
  const fs: FileSystem = {
    ...nodeFileSystem,
    identity: async () => current().identity,
    readFile: async () => {
      const { text } = current();
      readings++;
      now += READING_MS;
      return Buffer.from(readings === MOST_READINGS ? WHOLE : text);
    },
  };
  const found = await readSettled('state.json', (bytes) => JSON.parse(String(bytes)), { fs, patience });
  return { found, readings };
}

/** A file that is half-written at each of so many readings, another half each time. */
function changing(readings: number): Contents {
  return Array.from({ length: readings }, (_, index) => ({ text: HALF, identity: `change ${index}` }));
}

describe('a file that another program is writing', () => {
  it('is read as soon as it is whole', async (t) => {
    const contents = [
      { text: HALF, identity: 'half' },
      { text: WHOLE, identity: 'whole' },
    ];
    const { found, readings } = await read(t, contents, { quietMs: 400, limitMs: 10_000 });
    assert.deepEqual([found.kind, readings], ['read', 2]);
  });

  it('is waited for as long as it changes, however long it would be if it were quiet', async (t) => {
    const contents = [...changing(12), { text: WHOLE, identity: 'whole' }];
    const { found } = await read(t, contents, { quietMs: 3 * READING_MS, limitMs: 10_000 });
    assert.equal(found.kind, 'read');
  });

  it('is damaged once it has stayed the same for the quiet time, which begins with its last change', async (t) => {
    const contents = [...changing(5), { text: HALF, identity: 'the end' }];
    const { found, readings } = await read(t, contents, { quietMs: 3 * READING_MS, limitMs: 10_000 });
    assert.deepEqual([found.kind, readings], ['damaged', 5 + 1 + 3]);
  });

  it('is damaged when it still changes after the limit', async (t) => {
    const { found, readings } = await read(t, changing(2 * MOST_READINGS), {
      quietMs: 3 * READING_MS,
      limitMs: 8 * READING_MS,
    });
    assert.deepEqual([found.kind, readings], ['damaged', 8]);
  });

  it('is known by what it was before it was read: what came since is to be seen later', async (t) => {
    const contents = [
      { text: WHOLE, identity: 'as read' },
      { text: WHOLE, identity: 'written since' },
    ];
    const { found } = await read(t, contents, { quietMs: 0, limitMs: 0 });
    assert.equal(found.kind === 'read' && found.identity, 'as read');
  });
});

describe('a file that is not there', () => {
  it('is absent, not damaged', async () => {
    const absent = async (): Promise<never> => {
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    };
    const fs = { ...nodeFileSystem, identity: async () => undefined, readFile: absent };
    assert.deepEqual(await readSettled('state.json', () => 0, { fs }), { kind: 'absent' });
  });
});
