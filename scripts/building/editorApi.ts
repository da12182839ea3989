import type { Plugin } from 'esbuild';

/**
 * Hands `vscode` to every file through one module. For each `import * as` of what it does not bundle, esbuild copies
 * that module key by key; the editor's API has hundreds of keys and most of our files import it, so that copying took
 * as long as all else that is done at the start.
 */
export const editorApi: Plugin = {
  name: 'editor-api',
  setup(build) {
    const namespace = 'editor-api';
    build.onResolve({ filter: /^vscode$/ }, ({ path, namespace: importer }) =>
      importer === namespace ? { path, external: true } : { path, namespace },
    );
    build.onLoad({ filter: /^vscode$/, namespace }, () => ({ contents: "export * from 'vscode';" }));
  },
};
