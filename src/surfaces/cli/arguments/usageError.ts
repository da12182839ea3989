/** The command line was wrong; exit code 2. The message is one line that names what was wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
