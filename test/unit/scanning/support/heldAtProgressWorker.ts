import { scanHeldAt } from './heldAt.ts';

// A scan worker that has read some sessions, and goes on when it is cancelled.
await scanHeldAt('progress');
