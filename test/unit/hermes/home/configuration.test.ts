import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { assertKeptInFile } from '../../../../src/hermes/home/configuration.ts';
import { HermesDatabaseError } from '../../../../src/hermes/sqlite/databaseError.ts';
import { TemporaryHome } from '../../../support/temporaryHome.ts';

describe('where Hermes is configured to keep its history', () => {
  let home: string;

  beforeEach(() => {
    home = TemporaryHome.emptyDirectory();
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const configure = (yaml: string): void => writeFileSync(join(home, 'config.yaml'), yaml);

  for (const [setting, yaml] of Object.entries({
    'database.backend': 'database:\n  backend: postgres\n  url: postgres://localhost/hermes\n',
    'sessions.state_backend': 'sessions: { state_backend: "PostgreSQL" }\n',
  })) {
    it(`is another place than the file where ${setting} says so`, async () => {
      configure(yaml);
      await assert.rejects(
        assertKeptInFile(home),
        (error) =>
          error instanceof HermesDatabaseError &&
          error.code === 'elsewhere' &&
          error.message.endsWith(`sets ${setting}`),
      );
    });
  }

  for (const [what, yaml] of Object.entries({
    'another backend is named': 'database:\n  backend: sqlite\n',
    'the server is only spoken of':
      '# not postgres\ndatabase:\n  backend: sqlite # was: postgres\n  notes: postgres\n',
    'it cannot be parsed': 'database: [\n  backend: postgres\n',
    'it holds something else': 'postgres\n',
    'a word stands where settings should': 'database: postgres\n',
  })) {
    it(`is the file where ${what}`, async () => {
      configure(yaml);
      await assertKeptInFile(home);
    });
  }

  it('is the file where there is no configuration, or a folder of that name', async () => {
    await assertKeptInFile(home);
    mkdirSync(join(home, 'config.yaml'));
    await assertKeptInFile(home);
  });
});
