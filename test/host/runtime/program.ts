import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { onShutdown } from './lifetime.ts';

const IS_WINDOWS = process.platform === 'win32';

/**
 * Starts a program that does not outlive this process. On POSIX it leads a process group of its own, so that what it
 * started in turn (extension hosts, file watchers) ends with it.
 */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !IS_WINDOWS });
  const killAtExit = () => signalTree(child, 'SIGKILL');
  process.once('exit', killAtExit);
  child.once('exit', () => process.off('exit', killAtExit));
  onShutdown(() => endProgram(child));
  return child;
}

/** Ends a program and everything it started: politely first, by force after three seconds. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    signalTree(child, 'SIGTERM');
    const force = setTimeout(() => signalTree(child, 'SIGKILL'), 3000);
    await ended;
    clearTimeout(force);
  }
  signalTree(child, 'SIGKILL');
}

/** Whether the program has ended, by itself or by a signal. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

function signalTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (IS_WINDOWS) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
