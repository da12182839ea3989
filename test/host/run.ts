/**
 * Runs the suites that need a real VS Code.
 *   npm run test:host                     both: inside the extension host, and as a user in the browser
 *   npm run test:host -- --only user      one of them: `integration` or `user`
 *   npm run test:host -- --grep TEXT      of the user suite only the tests with this text in their name
 *   npm run test:host -- --file longScan  of the user suite only this file
 *   npm run test:host -- --jobs N         files of the user suite that run at a time, two by default
 *   npm run test:electron                 the integration suite in a desktop VS Code
 */
import { parseArgs } from 'node:util';
import { integrationOnDesktop } from './integrationOnDesktop.ts';
import { integrationOnServer } from './integrationOnServer.ts';
import { desktopIsAtHand } from './runtime/desktop.ts';
import { runToTheEnd } from './runtime/lifetime.ts';
import { packagedExtension } from './runtime/packagedExtension.ts';
import { say } from './runtime/say.ts';
import { sum, summary, type Tally } from './runtime/tally.ts';
import { userSuite } from './userSuite.ts';

await runToTheEnd(async () => {
  const { values } = parseArgs({
    options: {
      electron: { type: 'boolean' },
      only: { type: 'string' },
      grep: { type: 'string' },
      file: { type: 'string' },
      jobs: { type: 'string' },
    },
  });
  const jobs = values.jobs === undefined ? undefined : Number(values.jobs);
  if (jobs !== undefined && !(jobs >= 1))
    throw new Error(`--jobs ${values.jobs}: a number from 1 on is meant`);
  // Packaging builds; every suite runs what is packaged.
  await packagedExtension();
  const tallies: Tally[] = [];
  if (values.electron) {
    tallies.push(await integrationOnDesktop());
  } else {
    if (values.only !== 'user') tallies.push(await integrationOnServer());
    if (values.only !== 'user' && (await desktopIsAtHand())) tallies.push(await integrationOnDesktop());
    if (values.only !== 'integration')
      tallies.push(await userSuite({ grep: values.grep, file: values.file, jobs }));
  }
  const whole = sum(tallies);
  say(summary(whole));
  return whole.failures.length === 0 && whole.passed > 0 ? 0 : 1;
});
