import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { basename } from 'node:path';
import threads from 'node:worker_threads';
import { writeNote } from './networkLog.ts';

type Call = (this: unknown, ...args: unknown[]) => unknown;
type Target = (args: readonly unknown[]) => string | undefined;

/** Under this key a thread is told which program it will run: it does not know yet when it begins to be watched. */
const PROGRAM = 'networkWatch.program';
const THREAD = threads.isMainThread ? 'host' : String(threads.getEnvironmentData(PROGRAM));

/**
 * From now on notes every call of this thread that would reach a network, and of all threads that are started from it.
 * Everything in Node goes through these few: HTTP and TLS are sockets too.
 * @param preload what a new thread loads first; it calls this function there
 */
export function watchNetwork(preload: string): void {
  noteCalls(net.Socket.prototype, 'connect', endpoint);
  noteCalls(dgram.Socket.prototype, 'connect', ([port, host]) => `${host}:${port}`);
  noteCalls(dgram.Socket.prototype, 'send', (args) => args.slice(1).filter(isPlain).join(' '));
  noteCalls(globalThis, 'fetch', ([to]) => (to instanceof Request ? to.url : String(to)));
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    const names = Object.getOwnPropertyNames(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name));
    for (const name of names) noteCalls(owner, name, ([host]) => String(host));
  }
  watchNewThreads(preload);
  writeNote({ thread: THREAD, call: 'watched', target: '' });
}

/** A thread has modules of its own; those that it starts in turn inherit what it was started with. */
function watchNewThreads(preload: string): void {
  if (!threads.isMainThread) return;
  threads.Worker = class extends threads.Worker {
    constructor(program: string | URL, options: threads.WorkerOptions = {}) {
      threads.setEnvironmentData(PROGRAM, options.eval ? 'code' : basename(String(program)));
      super(program, { ...options, execArgv: ['--require', preload] });
    }
  };
}

function noteCalls(owner: object, name: string, target: Target): void {
  const calls = owner as Record<string, Call>;
  const original = calls[name]!;
  calls[name] = function (...args) {
    const found = target(args);
    if (found !== undefined) writeNote({ thread: THREAD, call: name, target: found });
    return original.apply(this, args);
  };
}

/** Whom a socket is to reach; undefined for pipes and Unix sockets, by which the parts of an editor talk. */
function endpoint([given, host]: readonly unknown[]): string | undefined {
  const first: unknown = Array.isArray(given) ? given[0] : given;
  if (typeof first !== 'object' || first === null) return `${host ?? 'localhost'}:${first}`;
  const { path, port, host: named = 'localhost' } = first as { path?: string; port?: number; host?: string };
  return path === undefined || path === null ? `${named}:${port}` : undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
