/**
 * How long anything is waited for before it is called broken. No machine is expected to be this slow: what is waited for
 * comes when it comes, and a test says nothing about how long that took.
 */
export const PATIENCE_MILLISECONDS = 120_000;

/** How long a test and its hooks may wait altogether. */
export const TEST_MILLISECONDS = 20 * 60_000;
