import type { Fault } from '../fault.ts';
import { IN_ANALYSIS } from './analysis.ts';
import { IN_ARCHIVE } from './archive.ts';
import { IN_CALENDAR } from './calendar.ts';
import { IN_CHANGES } from './changes.ts';
import { IN_FILES } from './files.ts';
import { IN_HERMES_DATABASE } from './hermesDatabase.ts';
import { IN_HERMES_LOG } from './hermesLog.ts';
import { IN_HERMES_MESSAGES } from './hermesMessages.ts';
import { IN_HERMES_SELECTION } from './hermesSelection.ts';
import { IN_HERMES_SESSIONS } from './hermesSessions.ts';
import { IN_LEDGER } from './ledger.ts';
import { IN_METRICS } from './metrics.ts';
import { IN_OWN_FILES } from './ownFiles.ts';
import { IN_PUBLISHING } from './publishing.ts';
import { IN_REQUESTS } from './requests.ts';
import { IN_SHARED_FILES } from './sharedFiles.ts';
import { IN_THREADS } from './threads.ts';

/** Every fault that is kept, in the order of the layers. */
export const FAULTS: readonly Fault[] = [
  ...IN_HERMES_DATABASE,
  ...IN_HERMES_MESSAGES,
  ...IN_HERMES_SELECTION,
  ...IN_HERMES_LOG,
  ...IN_HERMES_SESSIONS,
  ...IN_METRICS,
  ...IN_CALENDAR,
  ...IN_ARCHIVE,
  ...IN_FILES,
  ...IN_SHARED_FILES,
  ...IN_ANALYSIS,
  ...IN_CHANGES,
  ...IN_LEDGER,
  ...IN_OWN_FILES,
  ...IN_PUBLISHING,
  ...IN_REQUESTS,
  ...IN_THREADS,
];
