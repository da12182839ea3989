import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Measurement, Unmeasured } from '../support/figure.ts';

const repository = join(import.meta.dirname, '..', '..');

/**
 * What the host suites leave behind: milliseconds under these names, each absent until a suite has measured it.
 *   activation_ms         VS Code's own measurement of the extension's activation
 *   panel_first_paint_ms  from the arrival of the snapshot to sixty painted cards
 *   panel_filter_ms       from a click on a filter to its cards laid out
 */
const FIGURES_FILE = join(repository, '.vscode-test', 'figures.json');

const MEASURED_BY_THE_SUITES = [
  {
    key: 'activation_ms',
    figure: 'activation',
    most: 30,
    of: 'in a real VS Code, by its own measurement',
    bound: 'loading the extension and registering its commands and views',
  },
  {
    key: 'panel_first_paint_ms',
    figure: 'panel: first paint',
    most: 100,
    of: 'sixty cards, from the arrival of the snapshot',
    bound: 'style and layout of sixty cards',
  },
  {
    key: 'panel_filter_ms',
    figure: 'panel: filter answers',
    most: 17,
    of: 'from the click to the cards laid out; a frame is 16.7 ms',
    bound: 'style and layout of the cards that appear',
  },
] as const;

/** What only a real VS Code can tell; its suites measure it, this reads what they found. */
export const editor: Figure = {
  name: 'editor',
  async measure({ host }) {
    if (host) execFileSync(process.execPath, ['test/host/run.ts'], { cwd: repository, stdio: 'inherit' });
    const found = readFigures();
    return MEASURED_BY_THE_SUITES.map(({ key, figure, most, of, bound }): Measurement | Unmeasured => {
      const value = found[key];
      if (typeof value !== 'number') {
        return { figure, reason: 'the host suites have not measured it: run them with --host' };
      }
      return { figure, value, unit: 'ms', target: { most }, of, bound };
    });
  },
};

function readFigures(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(FIGURES_FILE, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
