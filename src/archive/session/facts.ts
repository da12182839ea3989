import type { SessionKind } from '../../hermes/sessions/kind.ts';
import type { CommonWords } from './commonWords.ts';
import type { SessionFacts } from './record.ts';

const KINDS: ReadonlySet<unknown> = new Set<SessionKind>([
  'root',
  'orphan',
  'delegate',
  'branch',
  'continuation',
  'reset',
]);

/** The facts of a session in the order in which they are kept. It is for ever: what is new comes last. */
export function factsList(facts: SessionFacts): (number | string | boolean | null)[] {
  return [
    facts.startedAt,
    facts.lastActive,
    facts.title,
    facts.titled,
    facts.source,
    facts.createdSource,
    facts.model,
    facts.archived,
    facts.hidden,
    facts.repoRoot,
    facts.cwd,
    facts.endReason,
    facts.endedAt,
    facts.sessionKey,
    facts.parent,
    facts.kind,
    facts.hasParent,
  ];
}

/**
 * The inverse, or undefined when it makes no sense. A newer list may have more. Place by place, because a hundred
 * thousand are read while somebody waits.
 */
export function factsFrom(list: unknown, words: CommonWords): SessionFacts | undefined {
  if (!Array.isArray(list)) return undefined;
  if (!isMoment(list[0]) || !isMoment(list[1]) || !isMoment(list[12])) return undefined;
  if (!isText(list[4]) || !isText(list[5]) || !isText(list[6]) || !isText(list[9])) return undefined;
  if (!isText(list[10]) || !isText(list[11]) || !isText(list[13]) || !isText(list[14])) return undefined;
  if (!isFlag(list[3]) || !isFlag(list[7]) || !isFlag(list[8]) || !isFlag(list[16])) return undefined;
  if (typeof list[2] !== 'string' || !KINDS.has(list[15])) return undefined;
  return {
    startedAt: list[0],
    lastActive: list[1],
    title: list[2],
    titled: list[3],
    source: list[4],
    createdSource: list[5],
    model: words.text(list[6]),
    archived: list[7],
    hidden: list[8],
    repoRoot: words.text(list[9]),
    cwd: words.text(list[10]),
    endReason: words.text(list[11]),
    endedAt: list[12],
    sessionKey: list[13],
    parent: list[14],
    kind: list[15],
    hasParent: list[16],
  };
}

/** A number of seconds, or none. */
export function isMoment(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
