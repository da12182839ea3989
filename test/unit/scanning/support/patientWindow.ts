import { inEnglish } from '../../../../src/words/problem.ts';
import { coordinatorFor } from '../../../support/scanning.ts';

// A window's extension host as a process of its own: scans twice, the second time fully, and prints what it saw.
const notices: string[] = [];
const announced: string[] = [];
const window = coordinatorFor(process.argv[2]!, {
  onNotice: (told) => notices.push(inEnglish(told)),
  save: !process.argv.includes('--no-save'),
});
window.onEvent((event) => {
  if (event.event === 'done') announced.push(...event.unlocks.map(({ id }) => id));
});
const snapshots = [await window.rescan({ full: false }), await window.rescan({ full: true })];
process.stdout.write(JSON.stringify({ snapshots, notices, announced }));
await window.dispose();
