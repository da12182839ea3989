import type { Translate } from '../../../words/translate.ts';
import type { PanelActions, PanelHistory } from './history.ts';
import type { PanelMemory } from './memory.ts';

/** What a conversation needs to know, whichever webview it is with. */
export interface PanelContext {
  readonly history: PanelHistory;
  readonly actions: PanelActions;
  readonly memory: PanelMemory;
  readonly language: PanelLanguage;
  /** How often a recap stands on top of the panel, as it is set now. */
  readonly recapRhythm: () => RecapRhythm;
  readonly log: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/** How often a recap stands on top of the panel. */
export type RecapRhythm = 'weekly' | 'monthly' | 'off';

interface PanelLanguage {
  /** Translations for the webview by English message. */
  readonly words: Readonly<Record<string, string>>;
  readonly translate: Translate;
}
