import type { BareRead } from '../programs/bareRead.ts';
import type { Measurement } from './figure.ts';
import type { Histories } from './histories.ts';
import type { Size } from './options.ts';
import { powerUser } from './powerUser.ts';
import type { Programs } from './programs.ts';
import { WorkingHome } from './workingHome.ts';

/** What targets are meant for: a machine whose bare read of so many bytes of text takes so many milliseconds. */
const MEANT = { textBytes: 393e6, ms: 1000 };

/**
 * How fast the machine is just now. One that shares its cores changes its speed from hour to hour, so each figure's
 * times are judged by bare reads taken right before and right after it.
 */
export class Speed {
  readonly #home: WorkingHome;
  readonly #programs: Programs;
  readonly #meantMs: number;
  /** Milliseconds. */
  readonly #reads: number[] = [];

  private constructor(home: WorkingHome, programs: Programs, meantMs: number) {
    this.#home = home;
    this.#programs = programs;
    this.#meantMs = meantMs;
  }

  static async watch(size: Size, histories: Histories, programs: Programs): Promise<Speed> {
    const history = await histories.get(powerUser(size));
    const speed = new Speed(
      WorkingHome.toRead(history),
      programs,
      MEANT.ms * (history.textBytes / MEANT.textBytes),
    );
    await speed.#read(); // brings the history into the system's cache
    speed.#reads.length = 0;
    await speed.#read();
    return speed;
  }

  /** @returns what was measured by it, and how many times as long as meant a bare read took meanwhile */
  async during<T>(measure: () => Promise<T>): Promise<{ found: T; slowness: number }> {
    const before = this.#reads.at(-1)!;
    const found = await measure();
    const after = await this.#read();
    return { found, slowness: (before + after) / 2 / this.#meantMs };
  }

  /** Milliseconds: the least and the most that a bare read took so far, and what targets mean it to take. */
  get range(): { least: number; most: number; meant: number } {
    return { least: Math.min(...this.#reads), most: Math.max(...this.#reads), meant: this.#meantMs };
  }

  stop(): void {
    this.#home.remove();
  }

  async #read(): Promise<number> {
    const { ms } = await this.#programs.run<BareRead>('bareRead', { home: this.#home.path });
    this.#reads.push(ms);
    return ms;
  }
}

/** A time as it would be on the machine that targets are meant for; ratios, bytes and shares are what they are. */
export function atMeantSpeed({ value, unit }: Pick<Measurement, 'value' | 'unit'>, slowness: number): number {
  if (unit === 'ms') return value / slowness;
  if (unit === 'MB/s') return value * slowness;
  return value;
}
