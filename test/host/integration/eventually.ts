import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Waits until `look` no longer throws: for what VS Code tells its extensions a moment later.
 * @throws whatever `look` threw last
 */
export async function eventually(look: () => void): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      look();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(50);
  }
}
