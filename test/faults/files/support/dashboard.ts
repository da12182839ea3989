import { setTimeout as sleep } from 'node:timers/promises';
import type { Generation } from '../../../support/hermes/dashboardRows.ts';
import { DashboardStandIn } from '../../../support/hermes/dashboardStandIn.ts';

// A dashboard as a process of its own: DIRECTORY DATABASE GENERATION TURNS. Prints what came of each turn, one JSON
// line a turn.
const [directory, database, generation, turns] = process.argv.slice(2);
const dashboard = new DashboardStandIn(directory!, database!, Number(generation) as Generation);

for (let turn = 0; turn < Number(turns); turn++) {
  process.stdout.write(`${JSON.stringify(dashboard.takeTurn())}\n`);
  await sleep(Math.random() * 8);
}
