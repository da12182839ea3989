import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';
import { inEnglish } from '../../../../src/words/problem.ts';
import { coordinatorFor } from '../../../support/scanning.ts';

// A window's extension host as a process of its own: scans twice, the second time fully, claims
// after each scan what is to be announced, and prints what it saw.
const notices: string[] = [];
const announced: string[] = [];
const window = coordinatorFor(process.argv[2]!, {
  onNotice: (told) => notices.push(inEnglish(told)),
  save: !process.argv.includes('--no-save'),
});
const snapshots: Snapshot[] = [];
for (const full of [false, true]) {
  snapshots.push(await window.rescan({ full }));
  announced.push(...(await window.claimNews()).map(({ id }) => id));
}
process.stdout.write(JSON.stringify({ snapshots, notices, announced }));
await window.dispose();
