import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_FIGURES } from '../../../src/metrics/noFigures.ts';
import type { Finding } from '../../../src/scanning/finding.ts';
import { packFinding, unpackFinding } from '../../../src/scanning/worker/findingPost.ts';

const stats = { ...NO_FIGURES, session_id: 'a', started_at: 1.5, tool_names: ['patch'], error_count: 3 };
const fingerprint = { last_active: 2, started_at: 1.5, model: 'm', title: 't' };
const digest = { total: 2, active: 1, maxId: 9, activeIdSum: 9, lastTimestamp: null };

function analysed(vscode: object | undefined): Finding {
  const entry = { fingerprint, stats, ...(vscode && { vscode: { digest, modes: ['lifetime'], ...vscode } }) };
  const analysis = { id: 'a', entry, archived: false, asSeen: true, messagesRead: 2, repaired: 0 };
  return { kind: 'analysed', analysis } as Finding;
}

describe('a finding on its way to another thread', () => {
  const findings: Record<string, Finding> = {
    'a session': analysed({}),
    'a session that counts otherwise with what was compacted': analysed({
      lifetime: { ...stats, error_count: 4 },
    }),
    'a session with a bookmark': analysed({ resume: { live: { messages: 2 } } }),
    'a session without anything of ours': analysed(undefined),
    'a session that vanished': { kind: 'vanished', id: 'a' },
    'a session that cannot be read': { kind: 'unreadable', id: 'a', reason: 'damaged' },
  };
  for (const [name, finding] of Object.entries(findings)) {
    it(`arrives as it was sent: ${name}`, () => {
      assert.deepEqual(unpackFinding(structuredClone(packFinding(finding))), finding);
    });
  }

  it('does not carry the names of the figures', () => {
    assert.doesNotMatch(JSON.stringify(packFinding(analysed({ lifetime: stats }))), /error_count/);
  });
});
