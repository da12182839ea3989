/**
 * How long anything is waited for before it is called broken, in seconds. No machine is expected to be this slow: what is
 * waited for comes when it comes, and a test says nothing about how long that took.
 */
export const PATIENCE_SECONDS = 120;
export const PATIENCE_MILLISECONDS = 1000 * PATIENCE_SECONDS;

/** After how long a key or a mouse that nobody has answered is taken for lost, and used again. */
export const LOST_MILLISECONDS = PATIENCE_MILLISECONDS / 4;

/** How long a test with its hooks, or a suite inside an extension host, may wait altogether. */
export const TEST_SECONDS = 20 * 60;
export const TEST_MILLISECONDS = 1000 * TEST_SECONDS;
