import type { ToHost } from '../protocol.ts';
import type { PanelContext } from './context.ts';
import type { NamedSessions } from './namedSessions.ts';
import type { ShownBadges } from './shownBadges.ts';

/** What the webview asks for, or tells; the others are about the conversation itself. */
export type Request = Exclude<ToHost, { type: 'ready' | 'ask' | 'dismissRecap' }>;
type Asked<Type extends Request['type']> = Extract<Request, { type: Type }>;

/** What the webview says of its own accord, so that nobody waits for an answer. */
const UNASKED: ReadonlySet<ToHost['type']> = new Set([
  'ready',
  'viewState',
  'seen',
  'log',
  'ask',
  'dismissRecap',
]);

/** Whether somebody has clicked and waits for something to happen. */
export function isClick({ type }: ToHost): boolean {
  return !UNASKED.has(type);
}

/** Does what the webview asks for, as far as it names what it is shown. */
export class PanelRequests {
  readonly #context: PanelContext;
  readonly #shown: ShownBadges;
  readonly #named: NamedSessions;

  constructor(context: PanelContext, shown: ShownBadges, named: NamedSessions) {
    this.#named = named;
    this.#context = context;
    this.#shown = shown;
  }

  handle(request: Request): void {
    const { history, actions, memory, log } = this.#context;
    switch (request.type) {
      case 'rescan':
        // The event stream tells how it ends, failures included.
        history.rescan({ full: request.full }).catch(() => undefined);
        return;
      case 'cancelScan':
        history.cancel();
        return;
      case 'openTranscript':
        this.#openTranscript(request);
        return;
      case 'shareCard':
        this.#shareCard(request);
        return;
      case 'saveRecapPicture':
        actions.saveRecap({ name: request.name, content: request.png });
        return;
      case 'saveRecapText':
        actions.saveRecap({ name: request.name, content: request.text });
        return;
      case 'viewState':
        void memory.saveView(history.place.home, request.view);
        return;
      case 'seen':
        void memory.saveSeen(history.place.home, request.until);
        return;
      case 'log':
        log('warn', `The panel says: ${request.message}`);
        return;
      default:
        actions.run(request.type);
    }
  }

  /** Only sessions that the webview was shown can be opened, so no message can name another. */
  #openTranscript({ badge, session }: Asked<'openTranscript'>): void {
    const { actions, log } = this.#context;
    const isShown = badge === null ? this.#named.has(session) : this.#shown.isEvidence(badge, session);
    if (isShown) actions.openTranscript({ session, badge });
    else log('warn', 'The panel asked for a transcript that it was not shown; nothing was opened');
  }

  #shareCard({ id, refusal, png }: Asked<'shareCard'>): void {
    if (this.#shown.isUnlocked(id)) this.#context.actions.shareCard({ id, refusal, png });
  }
}
