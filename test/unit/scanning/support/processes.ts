import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { UnlockNews } from '../../../../src/badges/unlocks/detect.ts';
import type { Snapshot } from '../../../../src/files/shared/snapshot.ts';

/** Something that scans, in a process of its own. */
export class Scanning {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #output = '';
  #said = '';

  private constructor(t: TestContext, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const path = fileURLToPath(new URL(program, import.meta.url));
    this.#child = spawn(process.execPath, [path, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    this.#exited = once(this.#child, 'close');
    this.#child.stdout!.on('data', (data) => {
      this.#output += data;
    });
    this.#child.stderr!.on('data', (data) => {
      this.#said += data;
    });
    t.after(() => this.kill());
  }

  static window(t: TestContext, home: string, ...options: readonly string[]): Scanning {
    return new Scanning(t, './window.ts', [home, ...options]);
  }

  /** @param env variables that it has beside those of this process */
  static commandLine(
    t: TestContext,
    home: string,
    options: readonly string[] = [],
    env: NodeJS.ProcessEnv = {},
  ): Scanning {
    return new Scanning(t, './commandLine.ts', ['scan', '--json', '--home', home, ...options], env);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Waits until the process has said a word on stderr. @throws Error when it ends without having said it */
  async says(word: string): Promise<void> {
    while (!this.#said.split('\n').includes(word)) {
      if (this.#child.exitCode !== null) throw new Error(`Ended without "${word}": ${this.#said}`);
      await Promise.race([once(this.#child.stderr!, 'data'), this.#exited]);
    }
  }

  begin(): void {
    this.#child.stdin!.end('go\n');
  }

  /** The snapshot it printed, and for a window what it claimed to announce. @throws Error when it failed */
  async result(): Promise<Snapshot & { news?: UnlockNews[] }> {
    await this.#exited;
    if (this.#child.exitCode !== 0) throw new Error(`Failed: ${this.#said}`);
    return JSON.parse(this.#output);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}

/** Lets all begin at the same moment. */
export async function beginAtOnce(all: readonly Scanning[]): Promise<void> {
  await Promise.all(all.map((one) => one.says('ready')));
  for (const one of all) one.begin();
}

/** How many sessions were analysed, by all who scanned: those who joined have the snapshot of another. */
export function sessionsAnalysed(snapshots: readonly Snapshot[]): number {
  const scans = new Map(snapshots.map(({ scan_meta }) => [scan_meta.scan_id, scan_meta.sessions_rescanned]));
  return [...scans.values()].reduce((sum, sessions) => sum + sessions, 0);
}
