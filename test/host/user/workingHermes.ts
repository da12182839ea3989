import { type MessageCells, type SessionCells, TemporaryHome } from '../../support/temporaryHome.ts';
import { onShutdown } from '../runtime/lifetime.ts';

/** A Hermes that works while VS Code looks on: this process writes the history, another one reads it. */
export class WorkingHermes {
  readonly #home = TemporaryHome.create();

  constructor() {
    onShutdown(() => this.#home.remove());
  }

  /** Its home. */
  get home(): string {
    return this.#home.path;
  }

  /** A session for each tool, which calls it as often as is said; all of them are there at once. */
  work(calls: Readonly<Record<string, number>>, session: SessionCells = {}): void {
    this.#home.sql.transaction(() => {
      for (const [tool, count] of Object.entries(calls)) {
        const tool_calls = JSON.stringify(Array.from({ length: count }, () => ({ name: tool })));
        this.#home.addSession(session, [{ role: 'assistant', tool_calls }]);
      }
    })();
  }

  /** A session in which this is said. */
  talk(session: SessionCells, messages: readonly MessageCells[]): void {
    this.#home.sql.transaction(() => this.#home.addSession(session, [...messages]))();
  }

  /** A session for each model, with a greeting only. */
  tryModels(...models: readonly string[]): void {
    this.#home.sql.transaction(() => {
      for (const model of models) this.#home.addSession({ model }, [{ content: 'Good morning' }]);
    })();
  }
}
