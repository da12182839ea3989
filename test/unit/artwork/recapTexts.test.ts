import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recapCardSvg } from '../../../src/artwork/recapCard.ts';
import { type RecapTexts, recapTexts } from '../../../src/artwork/recapTexts.ts';
import { recapMarkdown } from '../../../src/exports/recapMarkdown.ts';
import type { Recap } from '../../../src/recap/recap.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from './wellFormedXml.ts';

const RECAP: Recap = {
  period: { kind: 'week', since: '2026-11-16', until: '2026-11-22' },
  before: { since: '2026-11-09', until: '2026-11-15' },
  totals: { sessions: 12, messages: 1284, tool_calls: 900, active_days: 5 },
  totals_before: { sessions: 10, messages: 1284, tool_calls: 1200, active_days: 0 },
  unlocks: [
    {
      id: 'a',
      name: 'Let | Him <Cook>',
      kind: 'tier_up',
      from_tier: 'Silver',
      to_tier: 'Gold',
      day: '2026-11-18',
    },
    {
      id: 'b',
      name: 'Dependency Hell Tourist',
      kind: 'unlock',
      from_tier: null,
      to_tier: null,
      day: '2026-11-20',
    },
  ],
  tools: [{ name: 'terminal', sessions: 9 }],
  models: [{ name: 'hermes-4', messages: 1 }],
  folders: [{ name: '/home/somebody/secret-project', messages: 1000 }],
  longest_streak: 5,
  busiest_day: { day: '2026-11-18', sessions: 3, messages: 400, tool_calls: 1 },
  longest_session: {
    id: 's',
    title: 'A private matter',
    started_at: 1,
    messages: 200,
    tool_calls: 0,
    deleted: false,
  },
  history: { first_day: '2025-01-01', last_day: '2026-11-22' },
  undated_sessions: 0,
};

const everyWord = (texts: RecapTexts): string => JSON.stringify(texts);

describe('the words of a recap', () => {
  it('hold each figure against the time before', () => {
    const { title, figures } = recapTexts(RECAP);
    assert.match(title, /^The week of November 16\s–\s22, 2026$/u);
    assert.deepEqual(
      figures.map(({ value, before }) => [value, before]),
      [
        ['12', '10 before, +20%'],
        ['1,284', '1,284 before, ±0'],
        ['900', '1,200 before, -25%'],
        ['5', 'none before'],
      ],
    );
  });

  it('name the steps, the tools and models, and what was longest', () => {
    const { unlocks, tops, facts } = recapTexts(RECAP);
    assert.deepEqual(
      unlocks.map(({ words }) => words),
      ['Silver → Gold', 'Feat'],
    );
    assert.deepEqual(tops, [
      { label: 'Top tools', rows: [{ name: 'terminal', value: '9 sessions' }] },
      { label: 'Top models', rows: [{ name: 'hermes-4', value: '1 message' }] },
    ]);
    assert.deepEqual(facts, [
      '5 days in a row.',
      'The busiest day was November 18, 2026, with 400 messages.',
      'The longest session had 200 messages.',
    ]);
  });

  it('tell titles and folders only where that is chosen', () => {
    assert.doesNotMatch(everyWord(recapTexts(RECAP)), /private|secret-project/);
    const told = everyWord(recapTexts(RECAP, { withNames: true }));
    assert.match(told, /A private matter/);
    assert.match(told, /secret-project/);
  });

  it('name a month and a year by themselves, and say where nothing happened', () => {
    const nothing = { sessions: 0, messages: 0, tool_calls: 0, active_days: 0 };
    const month: Recap = { ...RECAP, period: { kind: 'month', since: '2026-10-01', until: '2026-10-31' } };
    const year: Recap = { ...RECAP, period: { kind: 'year', since: '2025-01-01', until: '2025-12-31' } };
    assert.deepEqual([recapTexts(month).title, recapTexts(year).title], ['October 2026', 'The year 2025']);
    assert.equal(recapTexts(month).isEmpty, false);
    assert.equal(recapTexts({ ...month, totals: nothing, unlocks: [] }).isEmpty, true);
  });

  it('are in the reader’s language', () => {
    const { title } = recapTexts(
      { ...RECAP, period: { ...RECAP.period, kind: 'range' } },
      { locale: 'zh-CN' },
    );
    assert.match(title, /2026\D11\D16/);
  });
});

describe('the picture of a recap', () => {
  const svg = recapCardSvg(recapTexts(RECAP), () => 'flame');

  it('is a self-contained drawing of 1200 by 630 that says the figures', () => {
    const elements = assertWellFormed(svg);
    assertSelfContained(elements);
    assert.deepEqual(brokenIds(elements), []);
    assert.equal(elements[0]!.attributes.get('viewBox'), '0 0 1200 630');
    for (const words of ['1,284', '1,200 before, -25%', 'Let | Him', '&lt;Cook&gt;', 'terminal'])
      assert.ok(svg.includes(words), words);
  });

  it('keeps every word in the picture, however long they are', () => {
    const long = 'W'.repeat(200);
    const texts = recapTexts(RECAP);
    const crowded: RecapTexts = {
      ...texts,
      title: long,
      unlocks: Array.from({ length: 40 }, (_, index) => ({
        ...texts.unlocks[0]!,
        id: `${index}`,
        name: long,
      })),
      tops: Array.from({ length: 3 }, () => ({
        label: long,
        rows: Array(9).fill({ name: long, value: long }),
      })),
      facts: Array(20).fill(long),
    };
    const drawn = recapCardSvg(crowded, () => 'flame');
    assertWellFormed(drawn);
    for (const [, x, y] of drawn.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
      assert.ok(Number(x) >= 60 && Number(x) <= 1140 && Number(y) > 60 && Number(y) < 600, `${x} ${y}`);
    }
    assert.match(drawn, />\+35</);
  });
});

describe('a recap as Markdown', () => {
  it('has the figures, the steps and the tops, with nothing in a name that builds something', () => {
    const text = recapMarkdown(recapTexts(RECAP));
    assert.match(text, /^# The week of November 16/);
    assert.match(text, /\| Sessions \| 12 \| 10 before, \+20% \|/);
    assert.match(text, /\| Let &#124; Him &#60;Cook&#62; \| Silver → Gold \|/);
    assert.match(text, /## Top tools\n\n- terminal \(9 sessions\)\n/);
    assert.doesNotMatch(text, /undefined|secret-project/);
  });
});
