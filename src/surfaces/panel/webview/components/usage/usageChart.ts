import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { isTimeUnit, type TimeUnit } from '../../../../../calendar/timeUnits.ts';
import type { UsageShown } from '../../../protocol/questions.ts';
import { PARTS, rankedBars, timeBars, type UsageBar } from '../../model/usageBars.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayOf, dayRange, tickWords, unitWords } from '../../words/days.ts';
import { figure } from '../../words/formats.ts';
import {
  compact,
  groupingName,
  partName,
  rowName,
  tokensStory,
  tokensWords,
} from '../../words/usageWords.ts';
import { type BarsNames, barsFitting, barsReader } from '../charts/barsReader.ts';
import { MeasuredWidth } from '../charts/measuredWidth.ts';
import { rankedReader } from '../charts/rankedReader.ts';
import type { ChartReader } from '../charts/readableChart.ts';
import '../charts/readableChart.ts';

const HEIGHT = 190;
const MOST_RANKED = 12;

interface Drawn {
  readonly heading: string;
  readonly reader: ChartReader;
  /** What has no bar of its own; '' where everything has. */
  readonly rest: string;
}

/** Tokens as bars, each of its four parts: over time, or the rows with the most. A bar leads to its sessions. */
export class UsageChart extends LitElement {
  static override properties = { usage: { attribute: false } };
  declare usage: UsageShown;
  readonly #width = new MeasuredWidth(this);
  #bars: readonly UsageBar[] = [];

  static override styles = [
    sharedStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 4px 20px;
        margin-bottom: 4px;
      }
      h3 {
        margin: 0;
        font-size: 1.08em;
        font-weight: 600;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        color: var(--ha-muted);
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
    `,
  ];

  override render(): TemplateResult {
    const width = this.#width.value;
    const { by } = this.usage.report;
    const drawn = width === 0 ? undefined : isTimeUnit(by) ? this.#overTime(by, width) : this.#ranked(width);
    return html`
      <div class="head">
        <h3>${drawn?.heading ?? ''}</h3>
        <ul aria-hidden="true">${PARTS.map((part, index) => html`<li>${swatch(index)}${partName(part)}</li>`)}</ul>
      </div>
      ${drawn ? html`<ha-readable-chart choosable .reader=${drawn.reader} @chosen=${this.#choose}></ha-readable-chart>` : nothing}
      ${drawn?.rest ? html`<p class="muted">${drawn.rest}</p>` : nothing}
    `;
  }

  #overTime(by: TimeUnit, width: number): Drawn {
    const { range, rows } = this.usage.report;
    const { unit, bars } = timeBars({ range, by, rows }, barsFitting(width));
    this.#bars = bars;
    const heading = t('Tokens by {0}', groupingName(unit).toLocaleLowerCase());
    const shown = bars.map(({ day, parts }) => ({
      words: tickWords(day!, unit === 'month' ? 'month' : 'day'),
      parts,
    }));
    const names = this.#names(heading, groupingName(unit), (index) => unitWords(unit, bars[index]!.day!));
    return {
      heading,
      rest: '',
      reader: barsReader(shown, width, names, { height: HEIGHT, start: bars.length - 1 }),
    };
  }

  #ranked(width: number): Drawn {
    const { report, sessions } = this.usage;
    const { bars, others } = rankedBars(report, MOST_RANKED);
    this.#bars = bars;
    const shown = bars.map(({ of, row, parts }) => ({ words: rowName(of, sessions?.[row!]?.title), parts }));
    const heading = t('Tokens by {0}', groupingName(report.by).toLocaleLowerCase());
    const names = this.#names(heading, groupingName(report.by), (index) => shown[index]!.words);
    const rest = others.rows === 0 ? '' : t('{0} more: {1}', figure(others.rows), tokensWords(others.total));
    return { heading, rest, reader: rankedReader(shown, width, names) };
  }

  #names(name: string, column: string, place: (index: number) => string): BarsNames {
    const { totals, range } = this.usage.report;
    return {
      name,
      summary: t('{0}: {1}', dayRange(dayOf(range.since), dayOf(range.until)), tokensWords(totals.total)),
      columns: [column, ...PARTS.map(partName), t('Total')],
      bar: (index, total) =>
        tokensStory(
          total,
          PARTS.map((part, series) => [part, this.#bars[index]!.parts[series]!]),
        ),
      place,
      tick: compact,
    };
  }

  #choose({ detail: index }: CustomEvent<number>): void {
    const of = this.#bars[index]?.of;
    if (of) this.dispatchEvent(new CustomEvent('chosen', { detail: of }));
  }
}
customElements.define('ha-usage-chart', UsageChart);

function swatch(series: number): TemplateResult {
  return html`<svg width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="var(--ha-chart${series === 0 ? '' : `-${series + 1}`})"></rect></svg>`;
}
