import type { OpenList } from './quickInput.ts';
import type { Workbench } from './workbench.ts';

/**
 * Opens the scan status.
 * @param use what is done with it: it ends with a line chosen or with Escape
 * @returns its lines by their labels
 */
export async function scanStatus(
  window: Workbench,
  use: (status: OpenList) => Promise<unknown>,
): Promise<Record<string, string>> {
  const lines: Record<string, string> = {};
  const { quickInput } = window;
  await quickInput.ask(
    'Hermes Achievements: Show Scan Status',
    quickInput.row('Last error'),
    async (status) => {
      for (const row of await quickInput.rows.all()) {
        const label = (await row.locator('.label-name').textContent()) ?? '';
        lines[label] = (await row.locator('.label-description').textContent()) ?? '';
      }
      await use(status);
    },
  );
  return lines;
}
