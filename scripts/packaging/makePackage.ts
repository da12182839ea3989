import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import packageJson from '../../package.json' with { type: 'json' };
import { ignoreFileFor } from './ignoreFile.ts';
import type { Target } from './targets.ts';

/** What the marketplace and the editor show of the extension: for its users, where README.md is for who builds it. */
const PAGE = { folder: 'docs', file: 'extensionPage.md' };

/**
 * Packs what is built for one target.
 * @param target undefined for the universal package
 * @param folder where the package is put
 * @returns the package's path
 */
export async function makePackage(target: Target | undefined, folder: string): Promise<string> {
  const suffix = target === undefined ? '' : `-${target}`;
  const packagePath = join(folder, `${packageJson.name}-${packageJson.version}${suffix}.vsix`);
  const workspace = mkdtempSync(join(tmpdir(), 'hermes-achievements-package-'));
  try {
    const ignoreFile = join(workspace, 'ignore');
    writeFileSync(ignoreFile, ignoreFileFor(target));
    await createVSIX({
      packagePath,
      ignoreFile,
      dependencies: true,
      readmePath: `${PAGE.folder}/${PAGE.file}`,
      baseContentUrl: `${packageJson.homepage.replace(/#.*/, '')}/blob/HEAD/${PAGE.folder}`,
      baseImagesUrl: `${packageJson.homepage.replace(/#.*/, '')}/raw/HEAD/${PAGE.folder}`,
      ...(target === undefined ? {} : { target }),
    });
    return packagePath;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
