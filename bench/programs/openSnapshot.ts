/** Opens what an earlier scan left: milliseconds from the birth of the process to the snapshot in memory. */
import { openCoordinator } from '../support/openCoordinator.ts';

const { home, workerFile } = JSON.parse(process.argv[2]!) as { home: string; workerFile: string };
const coordinator = openCoordinator({ home, workerFile, threads: 1 });
const snapshot = await coordinator.fresh();
const ms = performance.now();
if (coordinator.status().run_count > 0 || snapshot.generated_at === 0) {
  throw new Error('The snapshot was not there: a scan had to run');
}
process.stdout.write(JSON.stringify(ms));
