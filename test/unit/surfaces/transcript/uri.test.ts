import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTranscriptUri, transcriptUri } from '../../../../src/surfaces/transcript/uri.ts';

describe('the address of a transcript', () => {
  it('leads back to session and badge, whatever characters the session has', () => {
    const address = { session: 'a/b?c=&d#e %00 日', badge: 'patch_wizard' };
    assert.deepEqual(parseTranscriptUri(transcriptUri(address, 'Any')), address);
  });

  it('may be without a badge', () => {
    const address = { session: 's', badge: null };
    assert.deepEqual(parseTranscriptUri(transcriptUri(address, '')), address);
  });

  it('is named after the title, in letters, digits and hyphens', () => {
    assert.equal(
      transcriptUri({ session: 's', badge: null }, 'Fix: the Build (日志)!').path,
      '/fix-the-build-日志.md',
    );
  });

  it('carries no path, even if the title is one', () => {
    assert.equal(transcriptUri({ session: 's', badge: null }, '../../etc/passwd').path, '/etc-passwd.md');
  });

  it('has a name when the title has no letter', () => {
    assert.equal(transcriptUri({ session: 's', badge: null }, '../..').path, '/session.md');
  });

  it('stays short for a title of a megabyte', () => {
    assert.ok(transcriptUri({ session: 's', badge: null }, 'x'.repeat(1e6)).path.length < 80);
  });

  const foreign = [
    { scheme: 'file', path: '/a.md', query: 'session=s' },
    { scheme: 'hermes-transcript', path: '/home/me/state.db', query: 'session=s' },
    { scheme: 'hermes-transcript', path: '/a/b.md', query: 'session=s' },
    { scheme: 'hermes-transcript', path: '/..%2fa.md', query: 'session=s' },
    { scheme: 'hermes-transcript', path: '/a.md', query: '' },
    { scheme: 'hermes-transcript', path: '/a.md', query: `session=${'s'.repeat(1001)}` },
  ];
  for (const uri of foreign) {
    it(`is not ${uri.scheme}:${uri.path}?${uri.query.slice(0, 20)}`, () => {
      assert.equal(parseTranscriptUri(uri), undefined);
    });
  }
});
