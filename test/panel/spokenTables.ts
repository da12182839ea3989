import type { Locator, Page } from 'playwright-core';

/** Waits for the tables for screen readers, which are made once their charts are painted. */
export async function tablesMade(within: Locator | Page): Promise<void> {
  await within.locator('ha-spoken-table').evaluateAll(async (tables) => {
    await Promise.all(tables.map((table) => Reflect.get(table, 'updateComplete')));
  });
}

/** What the tables of charts say: of each its rows, of each of these its cells. */
export async function spokenTables(charts: Locator): Promise<string[][][]> {
  const tables = charts.locator('ha-spoken-table');
  await tables.first().waitFor({ state: 'attached' });
  await tablesMade(charts);
  return tables.evaluateAll((found) =>
    found.map((table) =>
      [...table.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent ?? ''),
      ),
    ),
  );
}
