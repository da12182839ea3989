import type { LitElement, ReactiveController } from 'lit';
import type { AnswerOf, PageQuestion } from '../../protocol/questions.ts';
import { intend } from '../model/intents.ts';

type Kind = PageQuestion['kind'];

/** What a component wants to know, and of which state of the history; null while it wants to know nothing. */
type Wanted<Asked extends Kind> = {
  readonly question: Extract<PageQuestion, { kind: Asked }>;
  readonly version: number;
} | null;

/**
 * The answer to a question that a component asks while it is shown, and asks again when the history has changed. Until
 * the new answer is there the one before stands, so that nothing flickers.
 */
export class AskedAnswer<Asked extends Kind> implements ReactiveController {
  readonly #host: LitElement;
  readonly #wanted: () => Wanted<Asked>;
  #key: string | undefined;
  /** Undefined while there is none. */
  value: AnswerOf<Asked> | undefined = undefined;
  /** It could not be told. */
  failed = false;

  constructor(host: LitElement, wanted: () => Wanted<Asked>) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    const wanted = this.#wanted();
    const key = JSON.stringify(wanted);
    if (key === this.#key) return;
    this.#key = key;
    if (wanted === null) this.value = undefined;
    else this.#ask(wanted.question, key);
  }

  #ask(question: PageQuestion, key: string): void {
    intend(this.#host, {
      type: 'question',
      question,
      settle: (answer) => {
        if (this.#key !== key) return; // something else is wanted by now
        this.failed = answer === null;
        if (answer?.kind === question.kind) this.value = answer.value as AnswerOf<Asked>;
        this.#host.requestUpdate();
      },
    });
  }
}
