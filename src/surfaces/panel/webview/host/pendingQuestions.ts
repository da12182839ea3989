import type { PageAnswer, PageQuestion } from '../../protocol/questions.ts';
import type { ToHost, ToWebview } from '../../protocol.ts';

type Settle = (answer: PageAnswer | null) => void;

/** What pages have asked and the host has not answered yet. */
export class PendingQuestions {
  readonly #pending = new Map<number, Settle>();
  #last = 0;

  /** @returns what is to be said to the host */
  ask(question: PageQuestion, settle: Settle): ToHost {
    this.#last += 1;
    this.#pending.set(this.#last, settle);
    return { type: 'ask', ask: this.#last, question };
  }

  settle({ ask, answer }: Pick<Extract<ToWebview, { type: 'answer' }>, 'ask' | 'answer'>): void {
    const settle = this.#pending.get(ask);
    this.#pending.delete(ask);
    settle?.(answer);
  }

  /** Another history is shown, or another host answers: what was asked before is asked anew. */
  forget(): void {
    this.#pending.clear();
  }
}
