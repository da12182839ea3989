import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metricsOf } from '../../../../../src/badges/catalogue/badge.ts';
import { evaluate } from '../../../../../src/badges/evaluate.ts';
import { panelNews, panelSnapshot } from '../../../../../src/surfaces/panel/conversation/snapshot.ts';
import { hearFromHost } from '../../../../../src/surfaces/panel/protocol.ts';
import { madeUpHistory, sealedBadges, snapshotOf } from '../../../../panel/madeUpHistory.ts';

const untranslated = (message: string): string => message;

describe('the snapshot as the webview gets it', () => {
  it('holds neither id, name nor metric of a badge that is secret', () => {
    const { snapshot } = madeUpHistory();
    const shown = panelSnapshot(snapshot, untranslated);
    const secrets = JSON.stringify(shown.achievements.filter((badge) => badge.state === 'secret'));
    const sealed = sealedBadges(snapshot);
    assert.ok(sealed.length > 0);
    for (const badge of sealed) {
      for (const word of [badge.id, badge.name, ...metricsOf(badge)])
        assert.equal(secrets.includes(word), false, word);
    }
  });

  it('holds no thresholds of a secret badge, which would tell it from the others', () => {
    const shown = panelSnapshot(madeUpHistory().snapshot, untranslated);
    for (const badge of shown.achievements.filter(({ state }) => state === 'secret')) {
      assert.equal(badge.tiers, undefined);
      assert.equal(badge.next_threshold, null);
    }
  });

  it('does not hold the aggregate, whose figures the webview has no use for', () => {
    assert.equal('aggregate' in panelSnapshot(madeUpHistory().snapshot, untranslated), false);
  });

  it('translates descriptions and criteria', () => {
    const shown = panelSnapshot(madeUpHistory().snapshot, (message) => `« ${message} »`);
    for (const { description, criteria } of shown.achievements) {
      assert.match(description, /^« .* »$/);
      assert.match(criteria, /^« .* »$/);
    }
  });

  it('says what a file tells of a failed scan as it stands there', () => {
    const { snapshot } = madeUpHistory();
    const shown = panelSnapshot({ ...snapshot, error: 'out of memory' }, (sentence) => `« ${sentence} »`);
    assert.equal(shown.error, 'out of memory');
  });

  it('says in the language of its reader what of the history is damaged, and nothing where all is whole', () => {
    const { snapshot } = madeUpHistory();
    const shown = (damage: Partial<typeof snapshot.scan_meta>) =>
      panelSnapshot({ ...snapshot, scan_meta: { ...snapshot.scan_meta, ...damage } }, (sentence, ...values) =>
        [`« ${sentence} »`, ...values].join(' '),
      ).damage;
    assert.equal(shown({}), null);
    assert.match(
      shown({ sessions_unreadable: 13 })!,
      /^« \{0\} sessions could not be read, .*"hermes doctor" can mend it\. » 13$/,
    );
    assert.match(shown({ index_damaged: true })!, /^« An index of state\.db is damaged; /);
  });

  it('cuts titles of sessions to a line and shows what would reorder the text around it', () => {
    const top = () => [{ session_id: 's', title: `a\n${'\u202e'}${'b'.repeat(1_000_000)}`, value: 1 }];
    const snapshot = snapshotOf(evaluate({ total_tool_calls: 5000 }, { contributions: { top } }), {});
    const [session] = panelSnapshot(snapshot, untranslated).achievements[0]!.contributors!;
    assert.match(session!.title, /^a \ufffdb+…$/);
    assert.equal(session!.title.length, 200);
  });

  it('keeps to the protocol', () => {
    const { snapshot, history } = madeUpHistory();
    const timeline = panelNews(history.timeline(), snapshot);
    const message = { type: 'snapshot', snapshot: panelSnapshot(snapshot, untranslated), timeline };
    assert.deepEqual(hearFromHost(message), { ok: true, message });
  });
});

describe('the time line as the webview gets it', () => {
  it('tells only of badges that are unlocked in what is shown', () => {
    const snapshot = snapshotOf(evaluate({ total_tool_calls: 1000 }), {});
    const news = (id: string) => ({
      id,
      kind: 'unlock' as const,
      from_tier: null,
      to_tier: 'Copper' as const,
      at: 1,
    });
    const told = panelNews(
      [news('autonomous_avalanche'), news('port_3000_taken'), news('of_tomorrow')],
      snapshot,
    );
    assert.deepEqual(
      told.map(({ id }) => id),
      ['autonomous_avalanche'],
    );
  });
});
