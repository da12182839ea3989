import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATALOGUE } from '../../../../src/badges/catalogue/catalogue.ts';
import { exportRecap, RECAP_FORMATS } from '../../../../src/exports/recap/exportRecap.ts';
import { assertSelfContained, assertWellFormed, brokenIds } from '../../artwork/wellFormedXml.ts';
import { anEmptyWeek, aWeek } from './recaps.ts';

const HOSTILE = '</text><script>x</script> | `a` [b](command:c) \u202e\n# d';

describe('a recap in Markdown', () => {
  it('has sums against the period before, what was unlocked or rose, and what was used most', () => {
    assert.equal(
      exportRecap(aWeek(), 'md'),
      `# Recap of the week 2026-W47

2026-11-16 to 2026-11-22, against 2026-11-09 to 2026-11-15

|  | This period | Before | Change |
| --- | --- | --- | --- |
| Sessions | 12 | 16 | -25% |
| Messages | 1,200 | 1,000 | +20% |
| Tool calls | 600 | 600 | ±0% |
| Active days | 5 | 0 |  |
| Tokens | 1,234,567 | 1,000,000 | +23% |
| Dollars | ~$120.70 | no data |  |

## Unlocked or rose

| Badge | Tier | Day |
| --- | --- | --- |
| **Full Send** | Feat | 2026-11-16 |
| **Terminal Goblin** | Gold, from Copper | 2026-11-20 |

## Top tools

| Tool | Sessions |
| --- | --- |
| terminal | 9 |
| read&#95;file | 4 |

## Top models

| Model | Messages |
| --- | --- |
| gpt-5.1 | 1,200 |

## Top folders

| Folder | Messages |
| --- | --- |
| /home/dev/secret-plan | 800 |

- Longest streak: 3 days
- Busiest day: 2026-11-18, 500 messages
- Longest session: Sell the company, 321 messages
`,
    );
  });

  it('says of an empty period that nothing was unlocked, and names no records', () => {
    const text = exportRecap(anEmptyWeek(), 'md');
    assert.match(text, /\nNo badge was unlocked or rose\.\n$/);
    assert.doesNotMatch(text, /%|Top|Longest/);
  });

  it('is called after its month, its year, or nothing', () => {
    const titleOf = (kind: 'month' | 'year' | 'range') =>
      exportRecap(aWeek({ period: { kind, since: '2026-11-01', until: '2026-11-30' } }), 'md').split('\n')[0];
    assert.deepEqual(
      [titleOf('month'), titleOf('year'), titleOf('range')],
      ['# Recap of the month 2026-11', '# Recap of the year 2026', '# Recap'],
    );
  });

  it('keeps every name from a history in its cell', () => {
    const named = aWeek({
      tools: [{ name: HOSTILE, sessions: 1 }],
      models: [{ name: HOSTILE, messages: 1 }],
      folders: [{ name: HOSTILE, messages: 1 }],
      longest_session: { ...aWeek().longest_session!, title: HOSTILE },
    });
    const text = exportRecap(named, 'md');
    assert.doesNotMatch(text, /<script|\]\(|\u202e|^# d/m);
    for (const line of text.split('\n').filter((row) => row.includes('script')))
      assert.ok(line.startsWith('- ') || line.match(/\|/g)?.length === 3, line);
  });
});

describe('a recap in JSON', () => {
  it('is the whole of it, with what tells the format', () => {
    const { format, version, ...rest } = JSON.parse(exportRecap(aWeek(), 'json'));
    assert.deepEqual([format, version], ['hermes-achievements-recap', 1]);
    assert.deepEqual(rest, aWeek());
  });
});

describe('a recap as a picture', () => {
  it('is one self-contained SVG, with everything in it and with nothing', () => {
    for (const recap of [aWeek(), anEmptyWeek()])
      for (const names of [true, false]) {
        const elements = assertWellFormed(exportRecap(recap, 'svg', { names }));
        assertSelfContained(elements);
        assert.deepEqual(brokenIds(elements), []);
      }
    assert.match(exportRecap(anEmptyWeek(), 'svg'), />Nothing happened in this time\.<\/text>/);
  });

  it('shows sums with their change, medals with their tiers, the best first', () => {
    const svg = exportRecap(aWeek(), 'svg');
    for (const text of [
      '12',
      'Sessions · -25%',
      'Active days',
      '1.2M',
      'Tokens · +23%',
      '~$121',
      'Dollars',
      'Messages by day',
      'Terminal Goblin',
      'Gold',
      'Full Send',
      'Feat',
    ])
      assert.ok(svg.includes(`>${text}</text>`), text);
    assert.ok(svg.indexOf('Terminal Goblin') < svg.indexOf('Full Send'));
  });

  it('has titles and paths only if they are chosen', () => {
    const [without, having] = [exportRecap(aWeek(), 'svg'), exportRecap(aWeek(), 'svg', { names: true })];
    for (const text of ['Sell the company', 'secret-plan', '20261118'])
      assert.ok(!without.includes(text), text);
    for (const text of ['Sell the company', 'secret-plan']) assert.ok(having.includes(text), text);
  });

  it('draws a bar for each day, week or month with messages, so that bars never run together', () => {
    const barsIn = (since: string, until: string): number => {
      const svg = exportRecap(aWeek({ period: { kind: 'range', since, until } }), 'svg');
      return svg.match(/<rect[^>]* fill="#f2c744"\/>/g)?.length ?? 0;
    };
    assert.equal(barsIn('2026-11-16', '2026-11-22'), 2);
    assert.equal(barsIn('2026-01-01', '2026-12-31'), 1);
    assert.doesNotMatch(exportRecap(anEmptyWeek(), 'svg'), /Messages by/);
  });

  it('draws five medals and says how many more there are', () => {
    const unlocks = CATALOGUE.map(({ id, name }) => ({ ...aWeek().unlocks[1]!, id, name }));
    const svg = exportRecap(aWeek({ unlocks }), 'svg');
    assert.match(svg, />55 more<\/text>/);
    assert.equal(svg.match(/>Gold<\/text>/g)?.length, 5);
    assert.deepEqual(brokenIds(assertWellFormed(svg)), []);
  });

  it('makes no markup of a name from a history', () => {
    const svg = exportRecap(aWeek({ tools: [{ name: HOSTILE, sessions: 1 }] }), 'svg', { names: true });
    assertSelfContained(assertWellFormed(svg));
    assert.doesNotMatch(svg, /<script/);
  });
});

describe('a recap in another language', () => {
  const translate = (text: string, ...values: (string | number)[]) => `«${text}»${values.join(' ')}`;

  for (const format of RECAP_FORMATS)
    it(`speaks it in ${format}, JSON excepted`, () => {
      const text = exportRecap(aWeek(), format, { translate });
      assert.equal(text.includes('«'), format !== 'json');
    });
});
