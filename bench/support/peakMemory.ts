import { readFileSync } from 'node:fs';

const SAMPLE_MS = 5;

/** The most memory (resident set) that this process takes from now on, beyond what it takes now. Bytes. */
export class PeakMemory {
  readonly #idle = process.memoryUsage.rss();
  #peak = this.#idle;
  readonly #timer = setInterval(() => this.#look(), SAMPLE_MS).unref();

  /** Ends the measurement. */
  aboveIdle(): number {
    clearInterval(this.#timer);
    this.#look();
    return Math.max(this.#peak, peakByKernel() ?? 0) - this.#idle;
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
  }
}

/** Linux keeps the exact peak. What `getrusage` calls so may be the parent's, from before the fork. */
function peakByKernel(): number | undefined {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return line ? Number(line[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}
