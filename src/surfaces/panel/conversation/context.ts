import type { Translate } from '../../../words/translate.ts';
import type { PanelActions, PanelHistory } from './history.ts';
import type { PanelMemory } from './memory.ts';

/** What a conversation needs to know, whichever webview it is with. */
export interface PanelContext {
  readonly history: PanelHistory;
  readonly actions: PanelActions;
  readonly memory: PanelMemory;
  readonly language: PanelLanguage;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

interface PanelLanguage {
  /** Translations for the webview by English message. */
  readonly words: Readonly<Record<string, string>>;
  readonly translate: Translate;
}
