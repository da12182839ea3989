import { type Plugin, build as translate } from 'esbuild';

/**
 * Makes CommonJS of a program that was written in parts. esbuild splits only into ES modules, and the extension host
 * loads those more slowly: each in turns of their own, between which others go first.
 */
export const commonJsParts: Plugin = {
  name: 'common-js-parts',
  setup({ initialOptions, onEnd }) {
    onEnd(async ({ errors, metafile }) => {
      if (errors.length > 0) return;
      await translate({
        ...initialOptions,
        bundle: false,
        splitting: false,
        external: [],
        plugins: [],
        metafile: false,
        entryPoints: Object.keys(metafile?.outputs ?? {}).filter((file) => file.endsWith('.cjs')),
        outbase: initialOptions.outdir ?? '.',
        allowOverwrite: true,
        format: 'cjs',
        supported: { 'dynamic-import': false },
      });
    });
  },
};
