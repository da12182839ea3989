import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ColdScan } from '../programs/coldScan.ts';
import type { Figure } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';
import { median, repeat } from '../support/statistics.ts';
import { WorkingHome } from '../support/workingHome.ts';

const ROUNDS = { quick: 3, full: 7 };

/** How fast text goes through: what tools printed, without the short messages of people and models in between. */
export const throughput: Figure = {
  name: 'throughput',
  async measure({ size, histories, programs }) {
    const working = WorkingHome.toWrite(await histories.get(powerUser(size)));
    try {
      const { rows, bytes } = keepToolOutput(working.path);
      const scan = () =>
        programs.run<ColdScan>('coldScan', {
          home: working.path,
          workerFile: programs.workerFile,
          threads: 1,
        });
      const runs = await repeat(ROUNDS[size], scan);
      const mean = Math.round(bytes / rows);
      return [
        {
          figure: 'throughput, tool output, one worker',
          value: bytes / 1e6 / (median(runs.map(({ ms }) => ms)) / 1000),
          unit: 'MB/s',
          target: { least: 200 },
          of: `${(bytes / 1e6).toFixed(0)} MB in ${rows} messages of ${mean} bytes on average, median of ${ROUNDS[size]}`,
          bound: 'SQLite handing over rows, then matching: each byte is looked up in the automaton once',
        },
      ];
    } finally {
      working.remove();
    }
  },
};

function keepToolOutput(home: string): { rows: number; bytes: number } {
  const database = new Database(join(home, 'state.db'));
  try {
    database.exec(`DELETE FROM messages WHERE role <> 'tool'`);
    database.exec('VACUUM');
    return database
      .prepare('SELECT count(*) AS rows, sum(octet_length(content)) AS bytes FROM messages')
      .get() as { rows: number; bytes: number };
  } finally {
    database.close();
  }
}
