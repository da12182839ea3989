import { buildLiteralAutomaton } from './literalAutomaton.ts';
import { LiteralScanner } from './literalScanner.ts';
import type { Rule } from './rule.ts';
import type { SpacedPhrase } from './spacedPhrase.ts';
import { SPECIAL_LETTERS } from './specialLetters.ts';
import { TargetList } from './target.ts';
import { vocabularyRules } from './vocabularyRules.ts';

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
  /** For each state of the automaton what is to be done where it is reached; undefined for a special letter. */
  readonly actions: readonly (readonly Action[] | undefined)[];
}

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
  const automaton = buildLiteralAutomaton([
    ...literals.map((text) => encoder.encode(text)),
    ...SPECIAL_LETTERS,
  ]);
  const actions = automaton.found.map((found) =>
    found.some((literal) => literal >= literals.length)
      ? undefined
      : found
          .flatMap((literal) => interests.get(literals[literal]!)!)
          .sort((a, b) => order.get(a)! - order.get(b)!),
  );
  const phrases = new Map(rules.filter(isSpacedPhrase).map((phrase) => [phrase.key, phrase]));
  return {
    scanner: new LiteralScanner(automaton),
    targets: new TargetList(targets),
    phrases,
    lineSlots,
    actions,
  };
}

function isSpacedPhrase(rule: Rule): rule is SpacedPhrase {
  return 'resume' in rule;
}
