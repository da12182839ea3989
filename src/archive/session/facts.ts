import type { SessionKind } from '../../hermes/sessions/kind.ts';
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
export function factsFrom(list: unknown): SessionFacts | undefined {
  if (!Array.isArray(list) || !areMoments(list[0], list[1], list[12])) return undefined;
  if (!areTexts(list[4], list[5], list[6], list[9], list[10], list[11], list[13], list[14])) return undefined;
  if (!areFlags(list[3], list[7], list[8], list[16])) return undefined;
  if (typeof list[2] !== 'string' || !KINDS.has(list[15])) return undefined;
  return {
    startedAt: list[0],
    lastActive: list[1],
    title: list[2],
    titled: list[3],
    source: list[4],
    createdSource: list[5],
    model: list[6],
    archived: list[7],
    hidden: list[8],
    repoRoot: list[9],
    cwd: list[10],
    endReason: list[11],
    endedAt: list[12],
    sessionKey: list[13],
    parent: list[14],
    kind: list[15],
    hasParent: list[16],
  };
}

function areMoments(...values: readonly unknown[]): boolean {
  return values.every((value) => value === null || Number.isFinite(value));
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => value === null || typeof value === 'string');
}

function areFlags(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'boolean');
}
