import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Packages that are shipped as they are, beside what esbuild bundles. */
const SHIPPED_WHOLE = ['better-sqlite3', '@vscode/codicons'];

/**
 * The licence of everything that is shipped: what the bundles hold (esbuild knows), and what is shipped whole.
 * @throws Error naming a package that states no licence
 */
export function thirdPartyNotices(metafiles: readonly Metafile[]): string {
  const names = new Set(SHIPPED_WHOLE);
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
        if (name !== undefined && bytesInOutput > 0) names.add(name);
      }
    }
  }
  const sections = [...names].sort().map(noticeOf);
  return `# Third-party notices\n\nThis extension is shipped with the following software.\n\n${sections.join('\n')}`;
}

function noticeOf(name: string): string {
  const folder = join('node_modules', name);
  const { version, license, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license && !file) throw new Error(`${name} states no licence`);
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `## ${name} ${version}\n\n${[license, homepage].filter(Boolean).join(', ')}\n\n${fenced(text)}\n`;
}

function fenced(text: string): string {
  return text === '' ? '' : `\`\`\`text\n${text}\n\`\`\`\n`;
}
