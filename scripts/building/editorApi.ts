import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Names what `vscode` exports, so that `vscode.window` becomes an import of `window` alone. Of a module that esbuild
 * does not bundle it knows no names: it would copy the hundreds of the editor's API, for each file that imports them,
 * and copying took as long as all else that is done at the start.
 */
export const editorApi: Plugin = {
  name: 'editor-api',
  setup(build) {
    const namespace = 'editor-api';
    build.onResolve({ filter: /^vscode$/ }, ({ path, namespace: importer }) =>
      importer === namespace ? { path, external: true } : { path, namespace },
    );
    build.onLoad({ filter: /^vscode$/, namespace }, () => ({
      contents: `export { ${declaredNames().join(', ')} } from 'vscode';`,
    }));
  },
};

/** Every value that the types of the oldest supported editor declare at the top of the module. */
function declaredNames(): string[] {
  const types = dirname(createRequire(import.meta.url).resolve('@types/vscode/package.json'));
  const text = readFileSync(join(types, 'index.d.ts'), 'utf8');
  const declared = text.matchAll(
    /^(?:\t| {4})export (?:abstract )?(?:class|const|enum|function|namespace) (\w+)/gm,
  );
  return [...new Set([...declared].map(([, name]) => name!))];
}
