/**
 * Opens VS Code with this extension, to try it.
 *   npm start                 on your Hermes history, or on a sample where there is none
 *   npm start -- --sample     on the sample
 *   npm start -- --port 8123  at this port of 127.0.0.1, when it opens in a browser
 *   npm start -- --browser    in a browser, also where a desktop VS Code could be fetched
 */
import { parseArgs } from 'node:util';
import { desktopIsAtHand } from '../test/host/runtime/desktop.ts';
import { runToTheEnd } from '../test/host/runtime/lifetime.ts';
import { packagedExtension } from '../test/host/runtime/packagedExtension.ts';
import { say } from '../test/host/runtime/say.ts';
import { startOnDesktop } from './start/desktop.ts';
import { chooseHome } from './start/home.ts';
import { startInBrowser } from './start/server.ts';

const { values } = parseArgs({
  options: { sample: { type: 'boolean' }, port: { type: 'string' }, browser: { type: 'boolean' } },
});

await runToTheEnd(async () => {
  say('Building the extension …');
  await packagedExtension();
  const home = await chooseHome(values.sample ?? false);
  const inBrowser = values.browser || values.port !== undefined || !(await desktopIsAtHand());
  if (inBrowser) await startInBrowser(home, Number(values.port ?? 0));
  else await startOnDesktop(home);
  return 0;
});
