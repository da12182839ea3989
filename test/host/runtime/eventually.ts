import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MILLISECONDS } from './patience.ts';

/**
 * Waits until `look` no longer throws.
 * @throws whatever `look` threw last
 */
export async function eventually(look: () => unknown): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      await look();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await sleep(50);
  }
}
