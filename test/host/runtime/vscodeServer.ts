import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { obtainCodeServer } from './codeServer.ts';
import { within } from './deadline.ts';
import { PATIENCE_SECONDS } from './patience.ts';
import { endProgram, startProgram } from './program.ts';

export interface ServerOptions {
  /** Holds the server's settings, extensions and logs. */
  readonly dataFolder: string;
  /** 0 (the default) takes any free one. */
  readonly port?: number;
  /** The folder that a window opens when its address names none. */
  readonly workspace?: string;
  /** Added to this process' environment; extension hosts inherit it. */
  readonly env?: Record<string, string>;
  /** Lets folders be untrusted. */
  readonly workspaceTrust?: boolean;
  /** Lets a page start an extension's test suite. */
  readonly smokeTestDriver?: boolean;
}

/** A VS Code server that runs until it is stopped or this process ends. */
export interface VsCodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** `127.0.0.1:PORT`, as in `vscode-remote://` addresses. */
  readonly authority: string;
  /** Settles when the server ends, stopped or by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts a VS Code server without token, telemetry and proxies on this machine's own address. */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  await mkdir(join(options.dataFolder, 'data'), { recursive: true });
  const args = ['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'];
  args.push('--disable-telemetry');
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  if (options.smokeTestDriver) args.push('--enable-smoke-test-driver');
  if (options.workspace) args.push('--default-folder', options.workspace);
  const child = await launch(options, args);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const port = await within(PATIENCE_SECONDS, 'the VS Code server to listen', listeningPort(child));
  const authority = `127.0.0.1:${port}`;
  return { authority, address: `http://${authority}`, ended, stop: () => endProgram(child) };
}

/** Installs a packaged extension for servers with this data folder. */
export async function installExtension(dataFolder: string, vsix: string): Promise<void> {
  const child = await launch({ dataFolder }, ['--install-extension', vsix, '--force']);
  const code = await within(
    PATIENCE_SECONDS,
    `${vsix} to be installed`,
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  );
  if (code !== 0) throw new Error(`${vsix} could not be installed: see ${logFile(dataFolder)}`);
}

/** Everything that the server printed. */
export function logFile(dataFolder: string): string {
  return join(dataFolder, 'server.log');
}

async function launch(options: ServerOptions, args: readonly string[]) {
  const script = await obtainCodeServer();
  // No gallery: a window that asks for extensions from the outside would hang where there is none.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.env };
  const all = [script, ...args, '--accept-server-license-terms', '--server-data-dir', options.dataFolder];
  const child = startProgram(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const log = createWriteStream(logFile(options.dataFolder), { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
}

function listeningPort(child: Awaited<ReturnType<typeof launch>>): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (port) resolve(Number(port));
    });
    child.once('close', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${printed}`)));
  });
}
