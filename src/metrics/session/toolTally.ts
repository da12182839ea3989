import type { ToolCounter } from './stats.ts';
import { toolNamed } from './tool.ts';

/** A tally as plain JSON. */
export interface FrozenTally {
  /** How often each name stands in the tool sequence. */
  readonly sequence: readonly (readonly [string, number])[];
  /** Names that were only seen in results. */
  readonly others: readonly string[];
}

/** Which tools a session called, and how often each. */
export class ToolTally {
  /** The tool sequence as a multiset: all that is counted of it is how often each name occurs. */
  readonly #sequence: Map<string, number>;
  /** Names seen in `tool_name` of results, which are no part of the sequence. */
  readonly #others: Set<string>;
  #calls = 0;

  constructor(frozen?: FrozenTally) {
    this.#sequence = new Map(frozen?.sequence);
    this.#others = new Set(frozen?.others);
    for (const times of this.#sequence.values()) this.#calls += times;
  }

  /** The length of the tool sequence. */
  get calls(): number {
    return this.#calls;
  }

  /** @param toolName of the message; empty without one @param callNames of its calls */
  add(toolName: string, isResult: boolean, callNames: readonly string[]): void {
    if (toolName !== '') {
      if (isResult) this.#asResult(toolName);
      else this.#inSequence(toolName);
    }
    for (const name of callNames) this.#inSequence(name);
  }

  /** Every name seen, in no order. */
  names(): string[] {
    return [...new Set([...this.#sequence.keys(), ...this.#others])];
  }

  /** Adds what the calls count for. */
  addTo(counters: Record<ToolCounter, number>): void {
    this.#sequence.forEach((times, name) => {
      for (const counter of toolNamed(name).counters) counters[counter] += times;
    });
  }

  freeze(): FrozenTally {
    return { sequence: [...this.#sequence], others: [...this.#others] };
  }

  #inSequence(name: string): void {
    this.#calls++;
    const before = this.#sequence.get(name);
    if (before === undefined) this.#sequence.set(toolNamed(name).name, 1);
    else this.#sequence.set(name, before + 1);
  }

  #asResult(name: string): void {
    if (!this.#others.has(name)) this.#others.add(toolNamed(name).name);
  }
}
