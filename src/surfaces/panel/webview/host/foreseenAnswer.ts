import type { PageAnswer, PageQuestion } from '../../protocol/questions.ts';

type Settle = (answer: PageAnswer | null) => void;

/** Who only passes over something asks nothing. */
const RESTED_MS = 40;

/**
 * The answer to what will probably be asked next, because the user rests where it is one click away. The way to the
 * history and back leads through VS Code's own processes and takes longer than to draw what it brings: asked for before
 * the click, it is there with it. One is kept, the last.
 */
export class ForeseenAnswer {
  readonly #ask: (question: PageQuestion, settle: Settle) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #foreseen: Foreseen | undefined;

  /** @param ask puts a question to the history */
  constructor(ask: (question: PageQuestion, settle: Settle) => void) {
    this.#ask = ask;
  }

  /** Asks soon, unless something else is foreseen before. */
  rest(question: PageQuestion): void {
    clearTimeout(this.#timer);
    const key = JSON.stringify(question);
    if (this.#foreseen?.key === key) return;
    this.#timer = setTimeout(() => this.#foresee(key, question), RESTED_MS);
  }

  /** Settles at once where the answer is there, when it comes where it was asked for. @returns false for anything else */
  settles(question: PageQuestion, settle: Settle): boolean {
    clearTimeout(this.#timer);
    const foreseen = this.#foreseen;
    if (foreseen?.key !== JSON.stringify(question)) return false;
    if (foreseen.answer) settle(foreseen.answer);
    else foreseen.waiting.push(settle);
    return true;
  }

  /** The history has changed, or is another one: everybody asks anew. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#foreseen = undefined;
  }

  #foresee(key: string, question: PageQuestion): void {
    const foreseen: Foreseen = { key, waiting: [], answer: null };
    this.#foreseen = foreseen;
    this.#ask(question, (answer) => {
      foreseen.answer = answer;
      for (const settle of foreseen.waiting) settle(answer);
      // What could not be told may be told when it is asked for again.
      if (answer === null && this.#foreseen === foreseen) this.#foreseen = undefined;
    });
  }
}

interface Foreseen {
  readonly key: string;
  /** Those who asked while it was on its way. */
  readonly waiting: Settle[];
  /** Null while there is none. */
  answer: PageAnswer | null;
}
