/**
 * Which rows of the history count.
 * `lifetime`: all sessions; messages that are active or were compacted away. Figures never shrink by compaction.
 * `dashboard`: sessions that are not archived; active messages only, as the dashboard counts.
 */
export type HistoryMode = 'lifetime' | 'dashboard';
