import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Takes an exclusive lock, says so, and keeps it until it is killed. */
const PROGRAM = `
  const { DatabaseSync } = require('node:sqlite');
  const database = new DatabaseSync(process.argv[1]);
  database.exec('BEGIN EXCLUSIVE');
  process.stdout.write('locked');
  setInterval(() => {}, 1000);
`;

/** Another process that holds a database's exclusive lock. Resolves when it has it; call the result to end it. */
export async function holdExclusiveLock(path: string): Promise<() => Promise<void>> {
  const holder = spawn(process.execPath, ['--no-warnings', '-e', PROGRAM, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  return async () => {
    const ended = once(holder, 'exit');
    holder.kill('SIGKILL');
    await ended;
  };
}
