/** The platforms that better-sqlite3 ships a binary for, by VS Code's name, with the binary that each one needs. */
export const TARGETS = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'alpine-x64': 'linuxmusl-x64',
  'alpine-arm64': 'linuxmusl-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64',
  'win32-arm64': 'win32-arm64',
} as const;

export type Target = keyof typeof TARGETS;

/** The target that this machine installs; undefined where only the universal package will do. */
export function targetOfThisMachine(): Target | undefined {
  const musl = process.platform === 'linux' && !reportsGlibc();
  const name = `${musl ? 'alpine' : process.platform}-${process.arch}`;
  return Object.hasOwn(TARGETS, name) ? (name as Target) : undefined;
}

function reportsGlibc(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}
