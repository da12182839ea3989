import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../../words/problem.ts';
import { HermesDatabaseError } from '../sqlite/databaseError.ts';

/** Somebody's own words are in there too, but never so many. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Where each of them may name what keeps the history. */
const SETTINGS = [
  ['database', 'backend'],
  ['sessions', 'state_backend'],
] as const;
const ELSEWHERE = /^postgres/i;

/**
 * Where Hermes is configured to keep its history in a database server, the file in its home is one of long ago.
 * Whatever is wrong with the configuration itself is Hermes' business: then the file is read.
 * @throws HermesDatabaseError with the code `elsewhere`
 */
export async function assertKeptInFile(home: string): Promise<void> {
  const path = join(home, 'config.yaml');
  const setting = await settingFor(path);
  if (setting === undefined) return;
  throw new HermesDatabaseError('elsewhere', problem('database.elsewhere', path, setting));
}

async function settingFor(path: string): Promise<string | undefined> {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) return undefined;
    const text = readFileSync(path, 'utf8');
    // Hardly anybody needs the library, which every thread of a scan would load with its program.
    if (!/postgres/i.test(text)) return undefined;
    const { parseDocument } = await import('yaml');
    const document = parseDocument(text, { logLevel: 'silent' });
    const found = SETTINGS.find((setting) => ELSEWHERE.test(String(document.getIn(setting) ?? '')));
    return found?.join('.');
  } catch {
    return undefined;
  }
}
