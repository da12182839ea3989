import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { cacheHitRate } from '../../../../../usage/caching.ts';
import type { UsageShown } from '../../../protocol/questions.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { figure } from '../../words/formats.ts';
import { compact, dollars, percent, tokensWords } from '../../words/usageWords.ts';
import { sessionsWords } from '../../words/workWords.ts';

/** A figure with its name, and what it means. */
interface Told {
  readonly name: string;
  readonly value: string;
  /** The figure in full, where it is shortened. */
  readonly exact?: string;
  readonly meaning: string;
}

/** What was used together: tokens, what the cache spared, and what it cost, each kind by itself. */
export class UsageTotals extends LitElement {
  static override properties = { totals: { attribute: false } };
  declare totals: UsageShown['report']['totals'];

  static override styles = [
    sharedStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 190px), 1fr));
        gap: 10px;
      }
      div {
        padding: 10px 14px 12px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      dt {
        color: var(--ha-muted);
      }
      .value {
        font-size: 1.5em;
        font-weight: 600;
        line-height: 1.3;
      }
      .meaning {
        font-size: 0.92em;
        color: var(--ha-muted);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<dl>${[...this.#used(), ...this.#costs()].map(told)}</dl>`;
  }

  #used(): Told[] {
    const { total, api_calls, sessions, cache_read } = this.totals;
    const rate = cacheHitRate(this.totals);
    return [
      {
        name: t('Tokens'),
        value: compact(total),
        exact: tokensWords(total),
        meaning: t(
          '{0} in {1}',
          api_calls === 1 ? t('1 call') : t('{0} calls', figure(api_calls)),
          sessionsWords(sessions),
        ),
      },
      {
        name: t('Cache hit rate'),
        value: rate === null ? t('no data') : percent(rate),
        meaning:
          rate === null
            ? t('Nothing was sent to a model.')
            : t('{0} came from the cache and were not read anew.', tokensWords(cache_read)),
      },
    ];
  }

  /** A kind that there is nothing of is left out: there is nothing to explain. */
  #costs(): Told[] {
    const { actual, estimated, included_sessions, unpriced_sessions, unpriced_tokens } = this.totals.cost;
    const costs: Told[] = [];
    if (actual !== null)
      costs.push({ name: t('Billed'), value: dollars(actual), meaning: t('What providers charged.') });
    if (estimated !== null)
      costs.push({
        name: t('Estimated'),
        value: dollars(estimated),
        meaning: t("By Hermes' own list of prices; tiered OpenRouter prices come out too low."),
      });
    if (included_sessions > 0)
      costs.push({
        name: t('By subscription'),
        value: sessionsWords(included_sessions),
        meaning: t('Paid by a plan: there are no dollars to tell.'),
      });
    if (unpriced_tokens > 0)
      costs.push({
        name: t('Not priced'),
        value: compact(unpriced_tokens),
        exact: tokensWords(unpriced_tokens),
        meaning: t('Tokens of {0} that Hermes knows no price of.', sessionsWords(unpriced_sessions)),
      });
    return costs;
  }
}
customElements.define('ha-usage-totals', UsageTotals);

function told({ name, value, exact, meaning }: Told): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd class="value figures" title=${exact ?? nothing}>${value}${exact === undefined ? nothing : html`<span class="spoken-only"> (${exact})</span>`}</dd>
    <dd class="meaning figures">${meaning}</dd>
  </div>`;
}
