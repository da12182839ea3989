import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelSnapshot } from '../../protocol.ts';
import { HostConnection } from '../hostConnection.ts';
import { onIntent } from '../intents.ts';
import { PanelController } from '../panelController.ts';
import { neverScanned, newBadges, type PanelModel } from '../panelModel.ts';
import { PanelScroll } from '../panelScroll.ts';
import { sharedStyles } from '../styles/shared.ts';
import { panelStyles } from './panel.css.ts';
import './badgeDetail.ts';
import './badgeGrid.ts';
import './celebration.ts';
import './emptyState.ts';
import './filterBar.ts';
import './historyTimeline.ts';
import './notices.ts';
import './nextUp.ts';
import './pageFooter.ts';
import './recentUnlocks.ts';
import './scanBanner.ts';
import './summaryHeader.ts';

const TABS = ['badges', 'history'] as const;

/** The whole panel. */
export class Panel extends LitElement {
  readonly #host = new HostConnection();
  readonly #controller = new PanelController(this.#host, () => this.requestUpdate());
  readonly #scroll = new PanelScroll((scroll) => this.#controller.changeView({ scroll }));
  #restored = false;

  static override styles = [sharedStyles, panelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    onIntent(this, (intent) => this.#controller.act(intent));
    this.#host.listen((message) => {
      if (message.type === 'init') this.#restored = false;
      this.#controller.receive(message);
    });
    this.#host.tell({ type: 'ready' });
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { started, snapshot } = this.#controller.model;
    if (!started) return;
    if (!this.#restored && snapshot) {
      this.#restored = true;
      void this.#restoreScroll();
    }
    this.#controller.shown();
  }

  override render(): TemplateResult {
    const { model, status, openBadge } = this.#controller;
    return html`
      <div class="spoken-only" role="status">${status}</div>
      ${model.started ? this.#page(model) : html`<p class="waiting muted">${t('Loading…')}</p>`}
      ${openBadge ? html`<ha-badge-detail .badge=${openBadge} .timeline=${model.timeline}></ha-badge-detail>` : nothing}
    `;
  }

  #page(model: PanelModel): TemplateResult {
    const { snapshot, problem, scan } = model;
    const banner = scan !== null && (!scan.quiet || neverScanned(model));
    return html`<main>
      ${banner ? html`<ha-scan-banner .scan=${scan}></ha-scan-banner>` : nothing}
      ${
        problem && !banner
          ? html`<ha-empty-state .problem=${problem}></ha-empty-state>`
          : snapshot
            ? this.#figures(model, snapshot)
            : nothing
      }
    </main>`;
  }

  #figures(model: PanelModel, snapshot: PanelSnapshot): TemplateResult {
    const { view, timeline, celebrated } = model;
    const { achievements } = snapshot;
    const fresh = newBadges(model);
    return html`
      <ha-notices .model=${model}></ha-notices>
      <ha-summary-header .model=${model}></ha-summary-header>
      ${
        celebrated.length > 0
          ? html`<ha-celebration .news=${celebrated} .badges=${achievements}></ha-celebration>`
          : nothing
      }
      <div class="highlights">
        <ha-next-up .badges=${achievements}></ha-next-up>
        <ha-recent-unlocks .badges=${achievements} .timeline=${timeline} .fresh=${fresh}></ha-recent-unlocks>
      </div>
      <vscode-tabs selected-index=${TABS.indexOf(view.tab)} @vsc-tabs-select=${this.#chooseTab}>
        <vscode-tab-header slot="header">${t('Badges')}</vscode-tab-header>
        <vscode-tab-panel>
          <div class="badges">
            <h2 class="spoken-only">${t('Badges')}</h2>
            <ha-filter-bar .badges=${achievements} .view=${view}></ha-filter-bar>
            <ha-badge-grid .badges=${achievements} .view=${view} .fresh=${fresh}></ha-badge-grid>
          </div>
        </vscode-tab-panel>
        <vscode-tab-header slot="header">${t('History')}</vscode-tab-header>
        <vscode-tab-panel>
          <div class="history">
            <h2 class="spoken-only">${t('History')}</h2>
            ${
              view.tab === 'history'
                ? html`<ha-history-timeline .badges=${achievements} .timeline=${timeline}></ha-history-timeline>`
                : nothing
            }
          </div>
        </vscode-tab-panel>
      </vscode-tabs>
      <ha-page-footer .sample=${model.sample} .sessions=${snapshot.sessions_total}></ha-page-footer>
    `;
  }

  #chooseTab(event: CustomEvent<{ selectedIndex: number }>): void {
    this.#controller.act({ type: 'view', change: { tab: TABS[event.detail.selectedIndex] ?? 'badges' } });
  }

  /** The cards must have their height before there is anything to scroll to. */
  async #restoreScroll(): Promise<void> {
    const { scroll } = this.#controller.model.view;
    if (scroll === 0) return;
    await this.updateComplete;
    requestAnimationFrame(() => this.#scroll.restore(scroll));
  }
}
customElements.define('ha-panel', Panel);
