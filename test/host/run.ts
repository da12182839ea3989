import { integrationOnServer } from './integrationOnServer.ts';
import { runToTheEnd } from './runtime/lifetime.ts';
import { say } from './runtime/say.ts';

await runToTheEnd(async () => {
  const tally = await integrationOnServer();
  say(`${tally.passed} passed, ${tally.failed} failed`);
  return tally.failed === 0 ? 0 : 1;
});
