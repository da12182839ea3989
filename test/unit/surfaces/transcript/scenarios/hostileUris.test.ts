import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { loadDriver } from '../../../../../src/hermes/sqlite/drivers/loadDriver.ts';
import { readTranscriptDocument } from '../../../../../src/surfaces/transcript/reading/read.ts';
import { parseTranscriptUri, transcriptUri } from '../../../../../src/surfaces/transcript/uri.ts';
import { TemporaryHome } from '../../../../support/temporaryHome.ts';
import { ENGLISH } from '../englishWords.ts';

const SCHEME = 'hermes-transcript';
/** What people try who want to read something else. */
const HOSTILE = [
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/state.db',
  '/etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share',
  'profiles/other/state.db',
  "' OR 1=1 --",
  '%',
  '*',
  '\0',
  'mine\0',
  ' mine',
  'MINE',
  'm%69ne%00',
  '__proto__',
  'x'.repeat(1000),
];

describe('an address that somebody made up', () => {
  it('names a session of the history shown, or none: never a file, another profile or a pattern', async (t) => {
    const { driver } = await loadDriver();
    const [shown, other] = [TemporaryHome.create(), TemporaryHome.create()];
    t.after(() => [shown, other].map((home) => home.remove()));
    shown.addSession({ id: 'mine' }, [{ content: 'hello' }]);
    other.addSession({ id: 'theirs' }, [{ content: 'hello' }]);
    const read = (session: string) =>
      readTranscriptDocument({ home: shown.path, session, badge: null, words: ENGLISH }, driver);
    assert.ok(read('mine'));
    for (const session of ['theirs', ...HOSTILE]) assert.equal(read(session), undefined, session);
  });

  it('is read only if its path is one name, and gives back nothing of that path', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (path) => {
        const address = parseTranscriptUri({ scheme: SCHEME, path, query: 'session=mine' });
        if (address) assert.match(path, /^\/[^/\\.%:]+\.md$/);
        assert.deepEqual(address ?? { session: 'mine', badge: null }, { session: 'mine', badge: null });
      }),
    );
  });

  it('that is huge names no session', () => {
    const query = `session=${'x'.repeat(1_000_000)}`;
    assert.equal(parseTranscriptUri({ scheme: SCHEME, path: '/a.md', query }), undefined);
  });

  it('is never made of a title, whatever the title is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (title) => {
        const { path, query } = transcriptUri({ session: 'mine', badge: null }, title);
        assert.match(path, /^\/[\p{L}\p{N}-]+\.md$/u);
        assert.equal(query, 'session=mine');
      }),
    );
  });
});
