import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SampleOptions, type SampleReport, writeSampleHome } from '../../src/sample/writeSampleHome.ts';
import { folderDigest } from '../../test/host/runtime/folderDigest.ts';
import { type RepetitiveOptions, writeRepetitiveHome } from './repetitiveHome.ts';
import { fillUsage } from './usageRows.ts';

const CACHE = join(tmpdir(), 'hermes-achievements-bench');
const REPORT = 'report.json';

/** A made-up history, as the sample writer left it. Not to be written to: others measure on it later. */
export interface History extends SampleReport {
  /** The Hermes home. */
  readonly home: string;
}

/** What a history is made of: what the sample writer is told, and what is done to it afterwards. */
export interface HistoryOptions
  extends Pick<SampleOptions, 'sessions' | 'messageScale' | 'textBytes' | 'rewrites' | 'fullText'> {
  /** At least so many rows in which Hermes keeps account of its models. */
  readonly usageRows?: number;
}

/** Made-up histories, written once and kept in the temporary folder until the sample writer changes. */
export class Histories {
  readonly #seed: number;
  readonly #say: (line: string) => void;
  readonly #writer = folderDigest(join(import.meta.dirname, '..', '..', 'src', 'sample'));

  constructor(seed: number, say: (line: string) => void) {
    this.#seed = seed;
    this.#say = say;
  }

  /** The history that these options give; plain sessions, unless they say that something was done to them. */
  get(options: HistoryOptions): Promise<History> {
    const wanted = { seed: this.#seed, rewrites: 'never', ...options } as const;
    return this.#kept(wanted, async (output) => {
      const report = await writeSampleHome({ ...wanted, output });
      if (wanted.usageRows !== undefined) await fillUsage(output, wanted.usageRows);
      return report;
    });
  }

  /** One session whose rows say the same few things over and over. */
  repetitive(options: Pick<RepetitiveOptions, 'rows' | 'texts' | 'as'>): Promise<History> {
    const wanted = { seed: this.#seed, ...options };
    return this.#kept(wanted, (output) => writeRepetitiveHome({ ...wanted, output }));
  }

  async #kept(wanted: object, write: (output: string) => Promise<SampleReport>): Promise<History> {
    const key = createHash('sha256').update(JSON.stringify(wanted)).update(this.#writer).digest('hex');
    const home = join(CACHE, key.slice(0, 16));
    if (!existsSync(join(home, REPORT))) {
      this.#say(`writing a history: ${JSON.stringify(wanted)}`);
      const output = `${home}.unfinished`;
      mkdirSync(CACHE, { recursive: true });
      for (const place of [home, output]) rmSync(place, { recursive: true, force: true });
      const report = await write(output);
      writeFileSync(join(output, REPORT), JSON.stringify(report));
      renameSync(output, home);
    }
    return { home, ...(JSON.parse(readFileSync(join(home, REPORT), 'utf8')) as SampleReport) };
  }
}
