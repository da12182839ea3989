import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Sqlite from 'better-sqlite3';
import { writeRepetitiveHome } from '../../../bench/support/repetitiveHome.ts';
import { withFolder } from '../sample/sampleHomes.ts';

const write = (as: 'copies' | 'repeats') =>
  withFolder(async (output) => {
    const { messages } = await writeRepetitiveHome({ output, rows: 930, texts: 31, as });
    const database = new Sqlite(join(output, 'state.db'), { readonly: true });
    const figures = database
      .prepare(
        'SELECT count(DISTINCT content), count(DISTINCT timestamp), count(DISTINCT message_uid) FROM messages',
      )
      .raw()
      .get();
    database.close();
    return [messages, ...(figures as number[])];
  });

describe('a session that says the same few things over and over', () => {
  it('may hold copies of few messages', async () => {
    assert.deepEqual(await write('copies'), [930, 31, 31, 31]);
  });

  it('may hold many messages of few texts', async () => {
    assert.deepEqual(await write('repeats'), [930, 31, 930, 930]);
  });
});
