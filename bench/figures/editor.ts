import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Measurement, Unmeasured } from '../support/figure.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');

const MEASURED_IN_VSCODE = [
  {
    key: 'activation_ms',
    figure: 'activation',
    most: 30,
    of: 'in a real VS Code, by its own measurement, while its window is being drawn on the same cores',
    bound: 'the extensions that VS Code loads before, on the same clock',
  },
  {
    key: 'panel_first_paint_ms',
    figure: 'panel: first paint',
    most: 100,
    of: 'sixty cards in a real VS Code, from the arrival of the snapshot until they are painted',
    bound: 'rendering, style, layout and painting of sixty cards',
  },
  {
    key: 'panel_filter_ms',
    figure: 'panel: slowest filter',
    most: 16.7,
    of: 'sixty cards in a real VS Code, from the click until the change is painted, less the wait for the screen',
    bound: 'style, layout and painting of the cards that appear',
  },
] as const;

/** What only a real VS Code can tell. */
export const editor: Figure = {
  name: 'editor',
  async measure({ host }) {
    const found = host ? measuredInVsCode() : undefined;
    return MEASURED_IN_VSCODE.map(({ key, figure, most, of, bound }): Measurement | Unmeasured =>
      found === undefined
        ? { figure, reason: 'it takes a real VS Code: measured with --host' }
        : { figure, value: found[key], unit: 'ms', target: { most }, of, bound },
    );
  },
};

type Found = Record<(typeof MEASURED_IN_VSCODE)[number]['key'], number>;

function measuredInVsCode(): Found {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-figures-'));
  const file = join(folder, 'figures.json');
  try {
    const args = ['test/host/measure.ts', file];
    execFileSync(process.execPath, args, { cwd: REPOSITORY, stdio: 'inherit' });
    return JSON.parse(readFileSync(file, 'utf8')) as Found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
