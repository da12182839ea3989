import type { PageAnswer, PageQuestion } from '../../protocol/questions.ts';
import type { ViewState } from '../../protocol/viewState.ts';
import type { SharePurpose, ToHost } from '../../protocol.ts';

/** What the user wants, as a component says it; the panel's root element acts on it. */
export type Intent =
  | Exclude<ToHost, { type: 'ready' | 'ask' | 'shareCard' | 'viewState' | 'seen' | 'log' }>
  | { type: 'view'; change: Partial<ViewState> }
  | { type: 'openBadge'; id: string }
  /** CSS pixels from the top of the detail that is open. */
  | { type: 'badgeScrolled'; scroll: number }
  | { type: 'closeBadge' }
  | { type: 'showCard'; id: string }
  | { type: 'closeCard' }
  | { type: 'share'; id: string; purpose: SharePurpose }
  | { type: 'dismissCelebration' }
  /** Something a page wants to know; it hears null where that cannot be told. */
  | { type: 'question'; question: PageQuestion; settle: (answer: PageAnswer | null) => void }
  /** The user rests where a click would ask this. */
  | { type: 'foresee'; question: PageQuestion };

const INTENT_EVENT = 'panel-intent';

export function intend(element: HTMLElement, intent: Intent): void {
  element.dispatchEvent(new CustomEvent(INTENT_EVENT, { detail: intent, bubbles: true, composed: true }));
}

export function onIntent(element: HTMLElement, listener: (intent: Intent) => void): void {
  element.addEventListener(INTENT_EVENT, (event) => listener((event as CustomEvent<Intent>).detail));
}
