/**
 * Which sessions and rows of the history count (counting.md).
 * `lifetime`: what really happened, each thing once; figures never fall, whatever Hermes deletes.
 * `dashboard`: what the user's own dashboard shows, by its generation.
 */
export type HistoryMode = 'lifetime' | 'dashboard';

/** How the dashboard chooses rows: live ones; Hermes' display history; all rows, each uid once. */
export type Generation = 1 | 2 | 3;
