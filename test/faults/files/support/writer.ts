import { Archive } from '../../../../src/archive/archive.ts';
import { DataDirectory } from '../../../../src/files/dataDirectory.ts';
import { parseSnapshot, writeSnapshot } from '../../../../src/files/shared/snapshotFile.ts';
import { loadDriver } from '../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { UnlockBook } from '../../../../src/scanning/publishing/unlockBook.ts';

// Writes all our files again and again until it is killed; says which unlock it has stored, one a line.
const directory = await DataDirectory.locate(process.argv[2]!);
const first = Number(process.argv[3]);
const snapshot = parseSnapshot(Buffer.from('{"achievements":[],"aggregate":{},"generated_at":0}'));
const { driver } = await loadDriver();
await directory.create();
const book = new UnlockBook(new Archive(directory.pathOf('archive.sqlite'), driver, { write: true }));

for (let turn = first; ; turn++) {
  const id = `badge_${turn}`;
  const record = { unlocked_at: turn + 1, first_tier: 'Copper', evidence: null };
  const news = { id, kind: 'unlock', from_tier: null, to_tier: 'Copper', at: turn + 1 } as const;
  await book.record(directory, () => ({ news: [news], records: { [id]: record } }), {
    announce: true,
    save: true,
    dayOf: () => null,
    sessions: [],
  });
  await writeSnapshot(directory, { ...snapshot, generated_at: turn });
  process.stdout.write(`${turn}\n`);
}
