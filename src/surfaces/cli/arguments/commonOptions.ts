import type { HistoryMode } from '../../../hermes/historyMode.ts';
import { choice, flag, text, type Values } from './parameters.ts';

const HISTORY_MODES = ['lifetime', 'dashboard'] as const satisfies readonly HistoryMode[];

/** What every command understands. */
export const COMMON_OPTIONS = {
  home: text('--home <DIR>', 'the Hermes home (else HERMES_HOME, else the usual place)'),
  profile: text('--profile <NAME>', 'a profile of it (else the one Hermes uses)'),
  history: choice(
    '--history <MODE>',
    'lifetime: what really happened, each thing once, also what Hermes has deleted since; dashboard: what your Hermes ' +
      'dashboard shows (else lifetime)',
    HISTORY_MODES,
    'lifetime',
  ),
  json: flag('--json', 'only JSON on stdout'),
  save: flag('--no-save', 'write nothing'),
};

/** `save` is false under `--no-save`: write nothing. */
export type CommonOptions = Values<typeof COMMON_OPTIONS>;
