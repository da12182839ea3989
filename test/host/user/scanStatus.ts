import type { Workbench } from './workbench.ts';

/** Opens the scan status and leaves it open; returns its lines by their labels. */
export async function openScanStatus(window: Workbench): Promise<Record<string, string>> {
  await window.quickInput.ask('Show Scan Status', window.quickInput.row('Last error'));
  const lines: Record<string, string> = {};
  for (const row of await window.quickInput.rows.all()) {
    const label = (await row.locator('.label-name').textContent()) ?? '';
    lines[label] = (await row.locator('.label-description').textContent()) ?? '';
  }
  return lines;
}

/** How many scans the window has asked for so far. */
export async function scansRun(window: Workbench): Promise<number> {
  const lines = await openScanStatus(window);
  await window.quickInput.dismiss();
  return Number(lines['Scans run']);
}
