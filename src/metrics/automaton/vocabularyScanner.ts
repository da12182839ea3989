import { buildLiteralAutomaton } from './machine/literalAutomaton.ts';
import { LiteralScanner } from './machine/literalScanner.ts';
import { SPECIAL_LETTERS } from './machine/specialLetters.ts';
import { vocabularyRules } from './rules/ofVocabulary.ts';
import type { Rule } from './rules/rule.ts';
import type { SpacedPhrase } from './rules/spacedPhrase.ts';
import { TargetList } from './rules/target.ts';

/** One rule's interest in one literal. */
export interface Action {
  readonly rule: Rule;
  readonly target: number;
  readonly length: number;
  readonly before: boolean;
  readonly after: boolean;
}

/** The vocabulary made ready for scanning; holds no state of any session. */
export interface VocabularyScanner {
  readonly scanner: LiteralScanner;
  readonly targets: TargetList;
  readonly phrases: ReadonlyMap<string, SpacedPhrase>;
  readonly lineSlots: number;
  /** For each state of the automaton what is to be done where it is reached; nothing for a special letter, which is marked. */
  readonly actions: readonly (readonly Action[])[];
}

const NOTHING: readonly Action[] = [];

export function buildVocabularyScanner(): VocabularyScanner {
  const { targets, rules, lineSlots } = vocabularyRules();
  const interests = new Map<string, Action[]>();
  /** Where several alternatives begin at one place, they are tried in the order given. */
  const order = new Map<Action, number>();
  for (const rule of rules) {
    for (const { text, before, after } of rule.heads) {
      const action = { rule, target: rule.target.index, length: text.length, before, after };
      order.set(action, order.size);
      interests.set(text, [...(interests.get(text) ?? []), action]);
    }
  }
  const literals = [...interests.keys()];
  const encoder = new TextEncoder();
  const actionsOf = (found: readonly number[]) =>
    found.some((literal) => literal >= literals.length)
      ? undefined
      : found
          .flatMap((literal) => interests.get(literals[literal]!)!)
          .sort((a, b) => order.get(a)! - order.get(b)!);
  const spellings = [...literals.map((text) => encoder.encode(text)), ...SPECIAL_LETTERS];
  const automaton = buildLiteralAutomaton(spellings, (found) => {
    const wanted = actionsOf(found);
    return { marked: wanted === undefined, bounded: wanted?.every(({ before }) => before) ?? false };
  });
  const phrases = new Map(rules.filter(isSpacedPhrase).map((phrase) => [phrase.key, phrase]));
  return {
    scanner: new LiteralScanner(automaton),
    targets: new TargetList(targets),
    phrases,
    lineSlots,
    actions: automaton.found.map((found) => actionsOf(found) ?? NOTHING),
  };
}

function isSpacedPhrase(rule: Rule): rule is SpacedPhrase {
  return 'resume' in rule;
}
