import type { SessionKind } from '../hermes/sessionKind.ts';
import type { SessionFacts } from './sessionRecord.ts';

type Fact = number | string | boolean | null;
type Check = (value: unknown) => boolean;

const KINDS: ReadonlySet<unknown> = new Set<SessionKind>([
  'root',
  'orphan',
  'delegate',
  'branch',
  'continuation',
  'reset',
]);

const moment: Check = (value) => value === null || Number.isFinite(value);
const text: Check = (value) => value === null || typeof value === 'string';
const certainText: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const kind: Check = (value) => KINDS.has(value);

/** The order in which the facts of a session are kept. It is for ever: what is new comes last. */
const FACTS: readonly [keyof SessionFacts, Check][] = [
  ['startedAt', moment],
  ['lastActive', moment],
  ['title', certainText],
  ['titled', flag],
  ['source', text],
  ['createdSource', text],
  ['model', text],
  ['archived', flag],
  ['hidden', flag],
  ['repoRoot', text],
  ['cwd', text],
  ['endReason', text],
  ['endedAt', moment],
  ['sessionKey', text],
  ['parent', text],
  ['kind', kind],
  ['hasParent', flag],
];

/** What a list lacks; in the order of `FACTS`, which makes all of them objects of one shape. */
const UNKNOWN: SessionFacts = {
  startedAt: null,
  lastActive: null,
  title: 'Untitled',
  titled: false,
  source: null,
  createdSource: null,
  model: null,
  archived: false,
  hidden: false,
  repoRoot: null,
  cwd: null,
  endReason: null,
  endedAt: null,
  sessionKey: null,
  parent: null,
  kind: 'root',
  hasParent: false,
};

export function factsList(facts: SessionFacts): Fact[] {
  return FACTS.map(([name]) => facts[name]);
}

/** The inverse, or undefined when it makes no sense. Facts that the list is too old to have are unknown; a newer one may have more. */
export function factsFrom(list: unknown): SessionFacts | undefined {
  if (!Array.isArray(list)) return undefined;
  const facts: Record<string, Fact> = { ...UNKNOWN };
  for (let place = 0; place < Math.min(list.length, FACTS.length); place++) {
    const [name, check] = FACTS[place]!;
    const value: unknown = list[place];
    if (!check(value)) return undefined;
    facts[name] = value as Fact;
  }
  return facts as unknown as SessionFacts;
}
