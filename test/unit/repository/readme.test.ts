import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';

const LARGEST_PICTURE = 900_000;

const fileOf = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(fileOf(path), 'utf8');
const README = read('README.md');
const { contributes, scripts } = JSON.parse(read('package.json'));
const NLS: Record<string, string> = JSON.parse(read('package.nls.json'));

/** The first column of the table under a heading, and the rest of each row. */
function tableUnder(heading: string): Map<string, string[]> {
  const section = README.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
  return new Map(
    rows.map((row) => {
      const [first, ...rest] = row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      return [first!, rest];
    }),
  );
}

describe('the README', () => {
  it('lists every command by the title it has in the palette', () => {
    const titles = contributes.commands.map(({ title }: { title: string }) => NLS[title.slice(1, -1)]);
    assert.deepEqual([...tableUnder('Commands').keys()].sort(), titles.sort());
  });

  it('lists every setting with its default, but those that are only kept for who has set them', () => {
    const documented = [...tableUnder('Settings')].map(([name, [fallback]]) => [name, fallback]);
    const declared = Object.entries<{ default: unknown; markdownDeprecationMessage?: string }>(
      contributes.configuration.properties,
    )
      .filter(([, { markdownDeprecationMessage }]) => markdownDeprecationMessage === undefined)
      .map(([name, setting]) => [`\`${name}\``, setting.default === '' ? '' : `\`${setting.default}\``]);
    assert.deepEqual(documented, declared);
  });

  it('begins with the two commands that a fresh machine needs', () => {
    assert.match(README, /^# .*\n\n```sh\nnpm ci && npm start .*\nnpm cit .*\n```/);
  });

  it('shows pictures that exist and load fast', () => {
    const pictures = [...README.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path!);
    assert.ok(pictures.includes('media/screenshots/scan.png'));
    for (const path of pictures) assert.ok(statSync(fileOf(path)).size <= LARGEST_PICTURE, path);
  });

  it('names no script that does not exist', () => {
    for (const [, name] of [README, read('CONTRIBUTING.md')].join().matchAll(/npm run ([\w:-]+)/g)) {
      assert.ok(name! in scripts, name);
    }
  });
});
