import { coordinatorFor } from '../../../support/scanning.ts';
import { untilTold } from './untilTold.ts';

// A window's extension host as a process of its own: it asks for a scan when it is told to, says each kind of event
// as it comes on stderr, and prints the snapshot with what it claimed to announce.
const window = coordinatorFor(process.argv[2]!);
window.onEvent(({ event }) => process.stderr.write(`${event}\n`));
await untilTold();
const snapshot = await window.rescan({ full: process.argv[3] === '--full' });
const news = await window.claimNews();
process.stdout.write(`${JSON.stringify({ ...snapshot, news })}\n`);
await window.dispose();
