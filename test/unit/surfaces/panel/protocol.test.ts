import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INITIAL_VIEW } from '../../../../src/surfaces/panel/protocol/viewState.ts';
import { hearFromHost, hearFromWebview } from '../../../../src/surfaces/panel/protocol.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('the protocol between host and webview', () => {
  it('understands a request of the webview', () => {
    const message = { type: 'rescan', full: true };
    assert.deepEqual(hearFromWebview(message), { ok: true, message });
  });

  it('drops a message of an unknown type', () => {
    assert.equal(hearFromWebview({ type: 'runCommand', command: 'rm' }).ok, false);
  });

  it('drops what is no message at all', () => {
    for (const data of [undefined, null, 7, 'ready', [], {}, { type: 7 }]) {
      assert.equal(hearFromWebview(data).ok, false);
      assert.equal(hearFromHost(data).ok, false);
    }
  });

  it('leaves out what the schema does not name', () => {
    const heard = hearFromWebview({ type: 'openTranscript', badge: 'a', session: 'b', path: '/etc/passwd' });
    assert.deepEqual(heard, { ok: true, message: { type: 'openTranscript', badge: 'a', session: 'b' } });
  });

  it('tells why a message was dropped without repeating any of it', () => {
    const heard = hearFromWebview({ type: 'openTranscript', badge: 'let_him_cook', session: 42_424_242 });
    assert.deepEqual(heard, { ok: false, reason: 'string at session' });
  });

  it('takes a picture only if it begins as a PNG does', () => {
    const share = (png: unknown) => hearFromWebview({ type: 'shareCard', id: 'a', refusal: null, png }).ok;
    assert.equal(share(Uint8Array.from([...PNG, 0, 0])), true);
    assert.equal(share(Uint8Array.from([0x3c, 0x73, 0x76, 0x67])), false);
    assert.equal(share(PNG), false);
  });

  it('refuses a picture that is too large to be a card', () => {
    const png = new Uint8Array(9 * 1024 * 1024);
    png.set(PNG);
    assert.equal(hearFromWebview({ type: 'shareCard', id: 'a', refusal: null, png }).ok, false);
  });

  it('refuses a view state that the panel cannot show', () => {
    const view = (change: object) =>
      hearFromWebview({ type: 'viewState', view: { ...INITIAL_VIEW, ...change } }).ok;
    assert.equal(view({}), true);
    assert.equal(view({ sort: 'luck' }), false);
    assert.equal(view({ scroll: -1 }), false);
    assert.equal(view({ scroll: Number.NaN }), false);
    assert.equal(view({ search: 'x'.repeat(201) }), false);
  });
});
