import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One log file of a VS Code server or of what runs in it. */
export interface Log {
  /** The path below the server's log folder. */
  readonly name: string;
  readonly text: string;
}

/** All logs that the server with this data folder has written: its own, the extension hosts', the extensions'. */
export async function readLogs(dataFolder: string): Promise<Log[]> {
  const folder = join(dataFolder, 'data/logs');
  const logs: Log[] = [];
  for await (const name of glob('**/*.log', { cwd: folder })) {
    logs.push({ name, text: await readFile(join(folder, name), 'utf8') });
  }
  return logs;
}

/** The last lines of the logs that tell why something failed: the extension hosts' and the extension's own. */
export async function logTail(dataFolder: string, lines = 20): Promise<string> {
  const telling = (await readLogs(dataFolder)).filter(({ name }) => /exthost\.log|achievements/i.test(name));
  return telling
    .map(({ name, text }) => `--- ${name}\n${text.trimEnd().split('\n').slice(-lines).join('\n')}`)
    .join('\n');
}
