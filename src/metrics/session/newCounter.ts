import { AutomatonMatcher, type FrozenMatcher } from '../automaton/automatonMatcher.ts';
import { type FrozenCounter, SessionCounter } from './counter.ts';

/** A counter with the product's matcher, from the start or from where another one stood. */
export function newSessionCounter(frozen?: FrozenCounter): SessionCounter {
  return new SessionCounter(new AutomatonMatcher(frozen?.texts as FrozenMatcher | undefined), frozen);
}
