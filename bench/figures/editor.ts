import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure, Measurement, Unmeasured } from '../support/figure.ts';
import { powerUser } from '../support/powerUser.ts';

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
  ...(
    [
      ['timeline_ms', 'panel: page Timeline', 60, 'the waits for the screen included'],
      ['activity_ms', 'panel: page Activity', 60, 'the waits for the screen included'],
      ['recap_ms', 'panel: recap of a year', 60, 'the waits for the screen included'],
      ['usage_ms', 'panel: page Usage', 100, 'the waits for the screen included'],
      ['usage_grouping_ms', 'panel: another grouping of usage', 16.7, 'less the last wait for the screen'],
      [
        'curve_ms',
        "panel: a badge's detail with its curve",
        16,
        'less the last wait for the screen; its card was pointed at before',
      ],
    ] as const
  ).map(([key, figure, most, waits]) => ({
    key,
    figure,
    most,
    of: `a power user in a real VS Code, from the click until it is painted, ${waits}`,
    bound:
      'the way of the question to the thread that knows and back, style and layout of what comes into sight',
  })),
] as const;

/** What only a real VS Code can tell. */
export const editor: Figure = {
  name: 'editor',
  async measure({ host, histories }) {
    const found = host ? measuredInVsCode((await histories.get(powerUser('quick'))).home) : undefined;
    return MEASURED_IN_VSCODE.map(({ key, figure, most, of, bound }): Measurement | Unmeasured =>
      found === undefined
        ? { figure, reason: 'it takes a real VS Code: measured with --host' }
        : { figure, value: found[key], unit: 'ms', target: { most }, of, bound },
    );
  },
};

type Found = Record<(typeof MEASURED_IN_VSCODE)[number]['key'], number>;

/** @param history of which a copy is counted: a page paints its days, whatever was said on them */
function measuredInVsCode(history: string): Found {
  const folder = mkdtempSync(join(tmpdir(), 'hermes-achievements-figures-'));
  const file = join(folder, 'figures.json');
  try {
    const home = join(folder, 'home');
    cpSync(history, home, { recursive: true });
    const args = ['test/host/measure.ts', file, home];
    execFileSync(process.execPath, args, { cwd: REPOSITORY, stdio: 'inherit' });
    return JSON.parse(readFileSync(file, 'utf8')) as Found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
