/** A history of more sessions than anybody has, short ones. */
export const MANY_SESSIONS = {
  quick: { sessions: 20_000, messageScale: 0.05 },
  full: { sessions: 100_000, messageScale: 0.05 },
} as const;
