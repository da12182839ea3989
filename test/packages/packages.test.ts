import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { unzipSync } from 'fflate';
import { makePackage } from '../../scripts/packaging/makePackage.ts';
import { TARGETS, type Target } from '../../scripts/packaging/targets.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LARGEST_PLATFORM_PACKAGE = 2_000_000;
const PREBUILDS = 'extension/node_modules/better-sqlite3/prebuilds/';

/** What is in every package, besides the library that reads SQLite and the parts of `extension.cjs`. */
const SHIPPED = [
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/THIRD_PARTY_NOTICES.md',
  'extension/dist/extension.cjs',
  'extension/dist/sampleWorker.cjs',
  'extension/dist/scanWorker.cjs',
  'extension/dist/transcriptWorker.cjs',
  'extension/dist/webview/codicon.css',
  'extension/dist/webview/codicon.ttf',
  'extension/dist/webview/panel.js',
  'extension/l10n/bundle.l10n.zh-cn.json',
  'extension/media/icon.png',
  'extension/media/icon.svg',
  'extension/media/walkthrough/open.svg',
  'extension/media/walkthrough/read.svg',
  'extension/media/walkthrough/share.svg',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.zh-cn.json',
  'extension/readme.md',
];

/** Whose code is in the bundles, or beside them. (`lit` itself only hands on what the next three hold.) */
const SHIPPED_WITH = [
  'lit-html',
  'lit-element',
  '@lit/reactive-element',
  '@vscode-elements/elements',
  '@vscode/codicons',
  '@vscode/l10n',
  'better-sqlite3',
  'commander',
  'leven',
  'lucide-static',
  'string-width',
  'valibot',
];

describe('the packages that are published', { concurrency: 1 }, () => {
  let folder: string;
  const made = new Map<Target | undefined, Promise<string>>();
  before(() => {
    execFileSync(process.execPath, ['esbuild.js', '--production'], { cwd: ROOT });
    folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-packages-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Each package is made once: the tests only look into it. */
  async function contents(target: Target | undefined) {
    const path = made.get(target) ?? makePackage(target, folder);
    made.set(target, path);
    const bytes = readFileSync(await path);
    return { bytes, files: unzipSync(new Uint8Array(bytes)) };
  }

  for (const [target, binary] of Object.entries(TARGETS) as [Target, string][]) {
    it(`hold for ${target} what runs, with that platform's binary alone, in at most 2 MB`, async (test) => {
      const { bytes, files } = await contents(target);
      test.diagnostic(`${target}: ${bytes.length} bytes`);
      assert.deepEqual(shippedIn(files), [...SHIPPED, ...builtParts()].sort());
      assert.deepEqual(binariesIn(files), [`${binary}.node`]);
      assert.ok(bytes.length <= LARGEST_PLATFORM_PACKAGE);
    });
  }

  it('have a page for users, not for who builds it, whose pictures are those of the repository', async () => {
    const { files } = await contents('linux-x64');
    const page = new TextDecoder().decode(files['extension/readme.md']);
    assert.match(page, /Hermes Agent is an AI agent/);
    assert.doesNotMatch(page, /npm |npx |checkout/);
    const pictures = [...page.matchAll(/!\[[^\]]+\]\((\S+)\)/g)].map(([, address]) => new URL(address!).href);
    assert.ok(pictures.length > 0);
    for (const picture of pictures) {
      const [, path] = picture.split('/raw/HEAD/');
      assert.ok(existsSync(join(ROOT, path!)), picture);
    }
  });

  it('hold every binary in the universal one', async (test) => {
    const { bytes, files } = await contents(undefined);
    test.diagnostic(`universal: ${bytes.length} bytes`);
    assert.deepEqual(shippedIn(files), [...SHIPPED, ...builtParts()].sort());
    assert.deepEqual(
      binariesIn(files),
      Object.values(TARGETS)
        .map((name) => `${name}.node`)
        .sort(),
    );
  });

  it('name the licence of everything that is bundled or shipped', async () => {
    const { files } = await contents('linux-x64');
    const notices = new TextDecoder().decode(files['extension/dist/THIRD_PARTY_NOTICES.md']);
    for (const name of SHIPPED_WITH) {
      assert.ok(notices.includes(`\n## ${name} `), name);
    }
  });

  it('hold no module that could open a connection', async () => {
    const { files } = await contents('linux-x64');
    for (const [name, bytes] of Object.entries(files)) {
      if (!/\.(c?js)$/.test(name) || name.includes('/webview/')) continue;
      const text = new TextDecoder().decode(bytes);
      assert.doesNotMatch(text, /require\(["'](node:)?(net|http2?|https|tls|dgram|dns)["'/]/, name);
    }
  });
});

/** What `extension.cjs` loads when it is first wanted; each file has a name of its contents. */
function builtParts(): string[] {
  return readdirSync(join(ROOT, 'dist/extension')).map((name) => `extension/dist/extension/${name}`);
}

/** What a package holds of ours: without the envelope that VS Code puts around it, and without the library. */
function shippedIn(files: Record<string, Uint8Array>): string[] {
  return Object.keys(files)
    .filter((name) => name.startsWith('extension/') && !name.startsWith('extension/node_modules/'))
    .sort();
}

function binariesIn(files: Record<string, Uint8Array>): string[] {
  return Object.keys(files)
    .filter((name) => name.startsWith(PREBUILDS))
    .map((name) => name.slice(PREBUILDS.length))
    .sort();
}
