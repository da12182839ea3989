import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckpointEntry } from '../../../src/files/checkpointEntry.ts';
import type { RowDigest } from '../../../src/hermes/rowDigest.ts';
import type { Session } from '../../../src/hermes/session.ts';
import type { SessionHeader } from '../../../src/hermes/sessionHeader.ts';
import { reusableEntry } from '../../../src/scanning/reuse.ts';
import { dashboardEntry, ownEntry } from '../files/support/sessions.ts';

const HEADER: SessionHeader = {
  id: 's',
  source: 'cli',
  model: 'nous/hermes-4',
  title: 'Session',
  startedAt: 1_750_000_000,
  archived: false,
  repaired: false,
};
const ALL_ACTIVE: RowDigest = {
  total: 12,
  active: 12,
  maxId: 40,
  activeIdSum: 300,
  lastTimestamp: 1_750_000_600,
};

const unread = (): never => assert.fail('the preview was read');

describe('what we know of a session', () => {
  const entry = ownEntry('s', { title: 'Session' });
  const ours: CheckpointEntry = { ...entry, vscode: { ...entry.vscode!, titled: true } };
  const { digest } = ours.vscode!;

  it('is reused while its rows and its header are what they were, and no preview is read', () => {
    for (const mode of ['lifetime', 'dashboard'] as const) {
      assert.equal(reusableEntry(ours, HEADER, digest, mode, unread), ours);
    }
  });

  for (const [what, header] of Object.entries<Partial<SessionHeader>>({
    title: { title: 'Renamed' },
    'title, which it has no more': { title: null },
    model: { model: 'other' },
    source: { source: 'telegram' },
    start: { startedAt: 1_760_000_000 },
  })) {
    it(`is not reused with another ${what}`, () => {
      assert.equal(reusableEntry(ours, { ...HEADER, ...header }, digest, 'lifetime', unread), undefined);
    });
  }

  it('is not reused with other rows', () => {
    const rows = { ...digest, activeIdSum: digest.activeIdSum + 1 };
    assert.equal(reusableEntry(ours, HEADER, rows, 'lifetime', unread), undefined);
  });
});

describe('what the dashboard knows of a session', () => {
  const theirs = dashboardEntry('s', { title: 'Session', last_active: 1_750_000_600 });
  const session: Session = { ...HEADER, title: 'Session', lastActive: 1_750_000_600 };

  it('is reused in both modes where all rows are active', () => {
    for (const mode of ['lifetime', 'dashboard'] as const) {
      assert.deepEqual(reusableEntry(theirs, HEADER, ALL_ACTIVE, mode, () => session)?.vscode, {
        digest: ALL_ACTIVE,
        titled: true,
        modes: ['dashboard', 'lifetime'],
      });
    }
  });

  it('is reused in its own mode alone where some rows are not active', () => {
    const rows = { ...ALL_ACTIVE, total: 14 };
    assert.equal(
      reusableEntry(theirs, HEADER, rows, 'lifetime', () => session),
      undefined,
    );
    const { modes } = reusableEntry(theirs, HEADER, rows, 'dashboard', () => session)!.vscode!;
    assert.deepEqual(modes, ['dashboard']);
  });

  it('is not reused with another number of messages, or another fingerprint', () => {
    const rows = { ...ALL_ACTIVE, active: 11 };
    assert.equal(
      reusableEntry(theirs, HEADER, rows, 'dashboard', () => session),
      undefined,
    );
    const later = { ...session, lastActive: 1_750_000_700 };
    assert.equal(
      reusableEntry(theirs, HEADER, ALL_ACTIVE, 'dashboard', () => later),
      undefined,
    );
  });
});
