import { connect } from 'node:net';

/** Where @vscode/test-electron asks for VS Code's releases. */
const DOWNLOAD_HOST = 'update.code.visualstudio.com';
const PROBE_MILLISECONDS = 2000;

/** Whether a desktop VS Code can be fetched and would have a screen to open its window on. */
export async function desktopIsAtHand(): Promise<boolean> {
  return hasDisplay() && (await isReachable(DOWNLOAD_HOST));
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function isReachable(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: PROBE_MILLISECONDS });
    const answer = (reachable: boolean) => {
      socket.destroy();
      resolve(reachable);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
    // A name that is not looked up in time is not covered by the socket's own timeout.
    setTimeout(() => answer(false), PROBE_MILLISECONDS).unref();
  });
}
