import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RequirementProgress } from '../../../../../badges/achievement.ts';
import { codicon } from '../../drawing/codicon.ts';
import { meter } from '../../drawing/meter.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { metricName } from '../../words/badgeWords.ts';
import { figure } from '../../words/formats.ts';

/** How far each requirement of a badge with several is met. */
export class RequirementList extends LitElement {
  static override properties = { requirements: { attribute: false } };
  declare requirements: readonly RequirementProgress[];

  static override styles = [
    sharedStyles,
    css`
      ul {
        display: grid;
        gap: 12px;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 12px;
        margin-bottom: 5px;
      }
      .met {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        color: var(--ha-feat);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ul>
      ${this.requirements.map((part) => this.#requirement(part))}
    </ul>`;
  }

  #requirement({ metric, gte, value }: RequirementProgress): TemplateResult {
    const met = value >= gte;
    return html`<li class="rank-feat">
      <p class="line">
        <span>${metricName(metric)}</span>
        <span class="figures ${met ? 'met' : 'muted'}"
          >${met ? codicon('check') : nothing}${t('{0} of {1}', figure(value), figure(gte))}</span
        >
      </p>
      ${meter(Math.min(100, (100 * value) / gte))}
    </li>`;
  }
}
customElements.define('ha-requirement-list', RequirementList);
