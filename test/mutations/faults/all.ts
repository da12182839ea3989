import type { Fault } from '../fault.ts';
import { IN_HERMES_DATABASE } from './hermesDatabase.ts';
import { IN_HERMES_MESSAGES } from './hermesMessages.ts';

/** Every fault that is kept, in the order of the layers. */
export const FAULTS: readonly Fault[] = [...IN_HERMES_DATABASE, ...IN_HERMES_MESSAGES];
