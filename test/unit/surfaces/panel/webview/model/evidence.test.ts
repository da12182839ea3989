import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../../../../src/badges/evaluate.ts';
import { evidenceOf } from '../../../../../../src/surfaces/panel/webview/model/evidence.ts';

const session = { session_id: 's', title: 'A session', value: 7 };
const badges = (sessions = [session]) =>
  evaluate({ max_tool_calls_in_session: 300 }, { contributions: { top: () => sessions } });

describe('the evidence of a badge', () => {
  it('is one group of sessions for a badge with tiers', () => {
    assert.deepEqual(evidenceOf(badges()[0]!), [
      { metric: 'max_tool_calls_in_session', sessions: [session] },
    ]);
  });

  it('is a group for each requirement of the others', () => {
    const feat = badges().find(({ id }) => id === 'full_send')!;
    assert.deepEqual(
      evidenceOf(feat).map(({ metric }) => metric),
      ['max_terminal_calls_in_session', 'max_file_tool_calls_in_session', 'max_web_browser_calls_in_session'],
    );
  });

  it('is nothing where no session contributed', () => {
    assert.deepEqual(evidenceOf(badges([])[0]!), []);
  });

  it('is the one session that a snapshot without contributors still knows', () => {
    const { contributors, ...badge } = badges()[0]!;
    assert.deepEqual(evidenceOf(badge)[0]?.sessions, [session]);
  });

  it('is nothing for a secret', () => {
    const secret = badges().find(({ state }) => state === 'secret')!;
    assert.deepEqual(evidenceOf({ ...secret, contributors: [session] }), []);
  });
});
