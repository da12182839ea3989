import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { askForTranscript } from '../../../../../src/surfaces/transcript/reading/ask.ts';
import { inEnglish } from '../../../../../src/words/problem.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';
import { ENGLISH } from '../englishWords.ts';

const ASKING = new URL('../../../../../src/surfaces/transcript/reading/ask.ts', import.meta.url);
const WORKER = new URL('../../../../../src/surfaces/transcript/reading/program.ts', import.meta.url);
const SESSION_BYTES = 50e6;

describe('the transcript worker', () => {
  let home: TemporaryHome;

  beforeEach(() => {
    home = TemporaryHome.create();
  });
  afterEach(() => home.remove());

  const ask = (session: string, path = home.path, signal = new AbortController().signal) =>
    askForTranscript(WORKER, { home: path, session, badge: 'red_text_connoisseur', words: ENGLISH }, signal);

  it('answers with the document, its matches and its folds', async () => {
    const reply = await ask(home.addSession({}, [{ role: 'tool', content: 'error', tool_name: 'terminal' }]));
    assert.equal(reply.type, 'transcript');
    if (reply.type !== 'transcript') return;
    const { text, found, matches, folds } = reply.transcript;
    assert.match(text, /Result of `terminal`/);
    assert.deepEqual([found, matches.length, folds.length], [1, 4, 2]);
  });

  it('says that a session does not exist', async () => {
    assert.deepEqual(await ask('nobody'), { type: 'no-session' });
  });

  it('says in one line why the history cannot be read', async () => {
    const reply = await ask('s', `${home.path}-missing`);
    assert.deepEqual(
      reply.type === 'failed' && inEnglish(reply.problem),
      `There is no Hermes home at ${home.path}-missing: start Hermes once, or choose another home`,
    );
  });

  it('makes a document that an editor can show of a session of 50 MB', async () => {
    const content = 'Traceback: error in a line of output that a tool printed\n'.repeat(450);
    const session = home.addSession();
    home.sql.transaction(() => {
      for (let bytes = 0; bytes < SESSION_BYTES; bytes += content.length) {
        home.addMessage(session, { role: 'tool', content, tool_name: 'terminal' });
      }
    })();
    const reply = await ask(session);
    assert.equal(reply.type, 'transcript');
    if (reply.type !== 'transcript') return;
    assert.ok(reply.transcript.text.length < SESSION_BYTES / 10, `${reply.transcript.text.length}`);
    assert.ok(reply.transcript.matches.length > 0);
  });

  it('leaves the asking thread free: that holds nothing that could read, search or write a document', async () => {
    const { metafile } = await build({
      entryPoints: [fileURLToPath(ASKING)],
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
    });
    assert.deepEqual(
      Object.keys(metafile.inputs).map((path) => basename(path)),
      ['ask.ts'],
    );
  });

  it('ends when nobody wants its answer any more', async () => {
    await assert.rejects(ask('s', home.path, AbortSignal.abort()), /not wanted/);
  });

  it('is ended while it works', async () => {
    const abort = new AbortController();
    const answer = ask('s', home.path, abort.signal);
    abort.abort();
    await assert.rejects(answer, /not finished/);
  });
});
