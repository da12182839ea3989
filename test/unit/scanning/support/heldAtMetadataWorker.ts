import { scanHeldAt } from './heldAt.ts';

// A scan worker that has looked what there is to do, and reads nothing before it is cancelled.
await scanHeldAt('metadata');
