import { once } from 'node:events';

/** Says that this process is ready, and waits for a line to begin with: so that several begin at once. */
export async function untilTold(): Promise<void> {
  process.stderr.write('ready\n');
  await once(process.stdin, 'data');
  process.stdin.unref?.();
  process.stdin.pause();
}
