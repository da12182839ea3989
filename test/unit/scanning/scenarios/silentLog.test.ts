import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import type { Coordinator, CoordinatorOptions } from '../../../../src/scanning/coordination/coordinator.ts';
import { lookBack } from '../../../../src/scanning/scan/remembered.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { type Stage, setStage } from '../support/stage.ts';

/** Stands wherever a history holds what somebody wrote. */
const CANARY = 'kanarek';

/** A history whose every text has the canary in it, damaged rows included. */
function canaryHistory(t: TestContext): Stage {
  const stage = setStage(t);
  const { home } = stage;
  for (let index = 0; index < 30; index++) {
    home.addSession(
      { id: `s${index}`, title: `${CANARY} title`, model: CANARY, source: CANARY, cwd: CANARY },
      [
        { content: `${CANARY} error ${'git commit '.repeat(50)}` },
        { role: 'assistant', tool_calls: `[{"name":"${CANARY}"},{"name":` },
        { role: CANARY, content: `\0json:{"a":"${CANARY}`, tool_name: CANARY, timestamp: `${CANARY}` },
        { content: Buffer.from([0xff, ...Buffer.from(CANARY), 0xfe]) },
      ],
    );
  }
  return stage;
}

/** A window that writes down everything it says to a log, to the user as a problem, or rejects with. */
function listen(
  stage: Stage,
  options: Partial<CoordinatorOptions> = {},
): { window: Coordinator; said: string[] } {
  const said: string[] = [];
  const window = stage.open({
    onLog: (_level, message) => said.push(message),
    onNotice: (told) => said.push(inEnglish(told)),
    ...options,
  });
  window.onEvent((event) => {
    if (event.event === 'error') said.push(event.message);
  });
  return { window, said };
}

async function scan({ window, said }: ReturnType<typeof listen>, full = false): Promise<void> {
  await window.rescan({ full }).catch((error: Error) => said.push(error.message, String(error.stack)));
  const { last_error } = window.status();
  if (last_error) said.push(inEnglish(last_error));
}

async function assertSilent(stage: Stage, said: readonly string[]): Promise<void> {
  assert.deepEqual(
    said.filter((line) => line.includes(CANARY)),
    [],
  );
  const { runs } = await lookBack(stage.home.path);
  assert.ok(!JSON.stringify(runs).includes(CANARY), 'the log of scans');
}

/** What may go wrong around a scan, each with the canary where it might be quoted. */
const MISFORTUNES: Record<string, (stage: Stage) => unknown> = {
  'our files do not parse': ({ pathOf }) => {
    for (const name of ['state.json', 'scan_checkpoint.json', 'scan_snapshot.json', 'archive.sqlite'])
      writeFileSync(pathOf(name), `{"${CANARY}": ${CANARY}`);
  },
  'our files hold other things': ({ pathOf }) => {
    for (const name of ['state.json', 'scan_checkpoint.json', 'scan_snapshot.json'])
      writeFileSync(
        pathOf(name),
        JSON.stringify({ schema_version: CANARY, unlocks: CANARY, steps: [CANARY], sessions: CANARY }),
      );
  },
  'the tables are gone': ({ home }) => home.sql.exec(`DROP TABLE messages; CREATE TABLE "${CANARY}" (x)`),
  'the schema is damaged': ({ home }) => {
    home.sql.unsafeMode(true);
    home.sql.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE TABLE messages ${CANARY}' WHERE name = 'messages'`);
    home.rest();
  },
  'pages are damaged': ({ home }) => {
    home.sql.pragma('wal_checkpoint(TRUNCATE)');
    home.rest();
    const bytes = readFileSync(home.databasePath);
    for (let page = 3; page * 4096 < bytes.length; page += 3)
      bytes.fill(`${CANARY} `, page * 4096, page * 4096 + 4000);
    writeFileSync(home.databasePath, bytes);
  },
  'the database is something else': ({ home }) => {
    home.rest();
    writeFileSync(home.databasePath, `${CANARY} `.repeat(1000));
  },
};

describe('what people wrote', () => {
  for (const [what, happen] of Object.entries(MISFORTUNES)) {
    it(`is in no line of the log and in no error when ${what}`, async (t) => {
      const stage = canaryHistory(t);
      const first = listen(stage, { threads: 2 });
      await scan(first);
      await scan(first, true);
      await first.window.dispose();
      happen(stage);
      const after = listen(stage, { historyMode: 'lifetime' });
      await scan(after);
      await scan(after, true);
      const dashboard = listen(stage, { historyMode: 'dashboard' });
      await scan(dashboard);
      await assertSilent(stage, [...first.said, ...after.said, ...dashboard.said]);
    });
  }

  it('is in no line of the log when a scan is cancelled or a surface throws', async (t) => {
    const stage = canaryHistory(t);
    const listening = listen(stage);
    listening.window.onEvent((event) => {
      if (event.event === 'done') JSON.parse(CANARY);
    });
    await scan(listening);
    listening.window.onEvent(({ event }) => event === 'metadata' && listening.window.cancel());
    await scan(listening, true);
    await assertSilent(stage, listening.said);
    assert.ok(listening.said.some((line) => line.startsWith('A surface could not take in "done"')));
  });
});
