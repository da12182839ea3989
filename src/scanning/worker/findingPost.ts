import { withFigures } from '../../files/checkpointEntry.ts';
import { NO_FIGURES } from '../../metrics/noFigures.ts';
import type { SessionStats } from '../../metrics/sessionStats.ts';
import type { Finding } from '../finding.ts';

/** The values of a session's figures, in the order of `KEYS`. */
type Values = readonly SessionStats[keyof SessionStats][];

/** What was found, on its way to another thread. */
export type SentFinding = Finding<Values>;

const KEYS = Object.keys(NO_FIGURES) as (keyof SessionStats)[];

/** Without the sixty names of the figures: spelled out for each session, they are most of what a message costs. */
export function packFinding(finding: Finding): SentFinding {
  return inOtherForm(finding, valuesOf);
}

/** What `packFinding` was given. */
export function unpackFinding(sent: SentFinding): Finding {
  return inOtherForm(sent, statsFrom);
}

function inOtherForm<From, To>(finding: Finding<From>, change: (figures: From) => To): Finding<To> {
  if (finding.kind !== 'analysed') return finding;
  const { analysis } = finding;
  return { kind: 'analysed', analysis: { ...analysis, entry: withFigures(analysis.entry, change) } };
}

function valuesOf(stats: SessionStats): Values {
  return KEYS.map((key) => stats[key]);
}

function statsFrom(values: Values): SessionStats {
  const stats: Partial<Record<keyof SessionStats, unknown>> = { ...NO_FIGURES };
  for (let index = 0; index < KEYS.length; index++) stats[KEYS[index]!] = values[index];
  return stats as SessionStats;
}
