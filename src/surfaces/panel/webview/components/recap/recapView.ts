import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Achievement } from '../../../../../badges/achievement.ts';
import { recapMarkdown } from '../../../../../exports/recap/markdown.ts';
import type { Recap } from '../../../../../recap/recap.ts';
import { codicon } from '../../drawing/codicon.ts';
import { medal } from '../../drawing/medal.ts';
import { recapFileName, recapPicture } from '../../drawing/recapFile.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import {
  isEmptyRecap,
  type RecapStep,
  type RecapTop,
  recapFacts,
  recapFigures,
  recapStep,
  recapTitle,
  recapTops,
} from '../../words/recapWords.ts';
import './recapBars.ts';
import { recapStyles } from './recapView.css.ts';

const SHOWN_UNLOCKS = 12;

/** What happened in a period, against the one before; saved as a picture or as Markdown. */
export class RecapView extends LitElement {
  static override properties = {
    recap: { attribute: false },
    badges: { attribute: false },
    brief: { type: Boolean },
    withNames: { state: true },
  };
  declare recap: Recap;
  declare badges: readonly Achievement[];
  /** Only the figures and what was unlocked. */
  declare brief: boolean;
  /** Titles and folders stand on the picture: others are not to see them unasked. */
  declare withNames: boolean;

  constructor() {
    super();
    this.withNames = false;
  }

  static override styles = [sharedStyles, recapStyles];

  override render(): TemplateResult {
    const { recap } = this;
    return html`<div class="parts">
      <h3>${recapTitle(recap)}</h3>
      ${isEmptyRecap(recap) ? html`<p class="muted">${t('Nothing happened in this time.')}</p>` : this.#filled(recap)}
    </div>`;
  }

  #filled(recap: Recap): TemplateResult {
    const unlocks = recap.unlocks.map(recapStep);
    const tops = this.brief ? [] : recapTops(recap);
    const facts = this.brief ? [] : recapFacts(recap);
    return html`
      <dl class="figures-row">
        ${recapFigures(recap).map(
          ({ label, value, before }) =>
            html`<div><dt>${label}</dt><dd class="value figures">${value}</dd><dd class="before figures">${before}</dd></div>`,
        )}
      </dl>
      ${unlocks.length > 0 ? this.#unlocks(unlocks) : nothing}
      ${this.brief ? nothing : html`<ha-recap-bars .recap=${recap}></ha-recap-bars>`}
      ${tops.length > 0 ? html`<div class="tops">${tops.map(topList)}</div>` : nothing}
      ${facts.length > 0 ? html`<ul class="facts">${facts.map((fact) => html`<li dir="auto">${fact}</li>`)}</ul>` : nothing}
      ${this.brief ? nothing : this.#actions()}
    `;
  }

  #unlocks(unlocks: readonly RecapStep[]): TemplateResult {
    const shown = this.brief ? unlocks.slice(-SHOWN_UNLOCKS / 3) : unlocks.slice(-SHOWN_UNLOCKS);
    const more = unlocks.length - shown.length;
    return html`<section>
      <h4>${t('Unlocked or rose')}</h4>
      <ol class="unlocks">
        ${shown.toReversed().map((step) => this.#unlock(step))}
      </ol>
      ${more > 0 ? html`<p class="muted">${t('and {0} more', more)}</p>` : nothing}
    </section>`;
  }

  #unlock({ id, name, tier, words, day }: RecapStep): TemplateResult {
    const icon = this.badges.find((badge) => badge.id === id)?.icon ?? '';
    return html`<li>
      <button class="rank-${tier ?? 'feat'}" title=${t('{0}: {1}', name, day)} @click=${() => intend(this, { type: 'openBadge', id })}>
        ${medal({ tier, icon, state: 'unlocked', size: 32 })}
        <span class="name">${name}</span>
        <span class="rank">${words}</span>
      </button>
    </li>`;
  }

  #actions(): TemplateResult {
    return html`<div class="actions">
      <vscode-button secondary @click=${this.#savePicture}>${codicon('save', 'content-before')}${t('Save Picture…')}</vscode-button>
      <vscode-button secondary @click=${this.#saveMarkdown}>${codicon('output', 'content-before')}${t('Save Markdown…')}</vscode-button>
      <label><input type="checkbox" .checked=${this.withNames} @change=${this.#choose} />${t('titles and folders in the picture')}</label>
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    this.withNames = (event.target as HTMLInputElement).checked;
  };

  readonly #savePicture = async (): Promise<void> => {
    const png = await recapPicture(this.recap, this.withNames);
    intend(this, { type: 'saveRecapPicture', name: recapFileName(this.recap), png });
  };

  readonly #saveMarkdown = (): void => {
    const text = recapMarkdown(this.recap, t);
    intend(this, { type: 'saveRecapText', name: recapFileName(this.recap), text });
  };
}
customElements.define('ha-recap-view', RecapView);

function topList({ label, paths, rows }: RecapTop): TemplateResult {
  return html`<section>
    <h4>${label}</h4>
    <ol>
      ${rows.map(
        ({ name, value }) =>
          html`<li>
            ${
              paths
                ? html`<span class="what path" title=${name}><bdi dir="ltr">${name}</bdi></span>`
                : html`<span class="what" dir="auto" title=${name}>${name}</span>`
            }<span class="much figures">${value}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}
