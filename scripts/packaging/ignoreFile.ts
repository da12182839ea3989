import { TARGETS, type Target } from './targets.ts';

/** What is shipped: all that runs in the editor, and nothing else. (An ignore file cannot leave out what it let in.) */
const SHIPPED = [
  'package.json',
  'package.nls*.json',
  'l10n/bundle.l10n*.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'media/icon.png',
  'media/icon.svg',
  'media/walkthrough/**',
  'dist/extension.cjs',
  'dist/*Worker.cjs',
  'dist/webview/**',
  'dist/THIRD_PARTY_NOTICES.md',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/**',
];

/**
 * The text of an ignore file for one target: only that platform's binary; the universal package has them all.
 * @param target undefined for the universal package
 */
export function ignoreFileFor(target: Target | undefined): string {
  const binaries = target === undefined ? Object.values(TARGETS) : [TARGETS[target]];
  return [
    '**',
    ...SHIPPED.map((pattern) => `!${pattern}`),
    ...binaries.map((name) => `!node_modules/better-sqlite3/prebuilds/${name}.node`),
    '',
  ].join('\n');
}
