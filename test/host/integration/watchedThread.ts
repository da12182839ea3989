/** Loaded by each worker thread of the extension host before its own program. */
import { watchNetwork } from './networkWatch.ts';

watchNetwork(import.meta.filename);
