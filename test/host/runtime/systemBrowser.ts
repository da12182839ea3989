import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const MAC_PROGRAMS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS_PROGRAMS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** The browser to use of those already on this machine: `CHROME_PATH` if set, else Chrome, Chromium or Edge. */
export function findSystemBrowser(): string | undefined {
  const wanted = process.env['CHROME_PATH'];
  return wanted || candidates().find(isExecutable);
}

function candidates(): string[] {
  if (process.platform === 'darwin') return MAC_PROGRAMS;
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name]);
    return roots.flatMap((root) => (root ? WINDOWS_PROGRAMS.map((program) => join(root, program)) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
