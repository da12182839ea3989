import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PanelSnapshot } from '../../protocol.ts';
import { PanelController } from '../model/controller.ts';
import { HostConnection } from '../model/hostConnection.ts';
import { type Intent, onIntent } from '../model/intents.ts';
import { neverScanned, newBadges, type PanelModel } from '../model/model.ts';
import { NOTHING_TOLD } from '../model/told.ts';
import { PanelScroll } from '../scrolling/scroll.ts';
import { sharedStyles } from '../styles/shared.ts';
import { panelStyles } from './panel.css.ts';
import './detail/badgeDetail.ts';
import './cards/badgeGrid.ts';
import './header/celebration.ts';
import './notices/emptyState.ts';
import './cards/filterBar.ts';
import './detail/historyTimeline.ts';
import './notices/noticeList.ts';
import './header/nextUp.ts';
import './notices/pageFooter.ts';
import './header/recentUnlocks.ts';
import './header/scanBanner.ts';
import './detail/shareSheet.ts';
import './header/summaryHeader.ts';
import './notices/toldLine.ts';

/** A page of a tab with controls in it is no stop of its own; an index of -1 would take them out of reach. */
const NO_STOP = null;
const TABS = ['badges', 'history'] as const;

/** The whole panel. */
export class Panel extends LitElement {
  readonly #host = new HostConnection();
  readonly #controller = new PanelController(this.#host, {
    changed: () => this.requestUpdate(),
    showNews: () => void this.#showNews(),
  });
  readonly #scroll = new PanelScroll((scroll) => this.#controller.changeView({ scroll }));
  #restored = false;
  /** The page is about to be scrolled to where it was left. */
  #scrollBack = false;

  static override styles = [sharedStyles, panelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    onIntent(this, (intent) => this.#act(intent));
    window.addEventListener('keydown', (event) => this.#pressed(event));
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
    const { model, told, detail, card } = this.#controller;
    return html`
      ${detail || card ? nothing : html`<ha-told-line .told=${told}></ha-told-line>`}
      ${model.started ? this.#page(model) : html`<p class="waiting muted">${t('Loading…')}</p>`}
      ${
        detail
          ? html`<ha-badge-detail
              .badge=${detail.badge}
              .open=${detail.open}
              .timeline=${model.timeline ?? []}
              .told=${card ? NOTHING_TOLD : told}
            ></ha-badge-detail>`
          : nothing
      }
      ${card ? html`<ha-share-sheet .badge=${card} .told=${told}></ha-share-sheet>` : nothing}
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
        <vscode-tab-panel .tabIndex=${NO_STOP}>
          <div class="badges">
            <h2 class="spoken-only">${t('Badges')}</h2>
            <ha-filter-bar .badges=${achievements} .view=${view}></ha-filter-bar>
            <ha-badge-grid .badges=${achievements} .order=${model.order} .view=${view} .fresh=${fresh}></ha-badge-grid>
          </div>
        </vscode-tab-panel>
        <vscode-tab-header slot="header">${t('History')}</vscode-tab-header>
        <vscode-tab-panel .tabIndex=${NO_STOP}>
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

  #act(intent: Intent): void {
    const closing = intent.type === 'closeBadge' ? this.#controller.detail?.badge.id : undefined;
    this.#controller.act(intent);
    if (closing !== undefined) void this.#giveFocusBack(closing);
  }

  #chooseTab(event: CustomEvent<{ selectedIndex: number }>): void {
    this.#controller.act({ type: 'view', change: { tab: TABS[event.detail.selectedIndex] ?? 'badges' } });
  }

  /** Ctrl+F, or Cmd+F, goes to the search field, from wherever it is pressed. */
  #pressed(event: KeyboardEvent): void {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.shiftKey || event.altKey || !this.#controller.model.snapshot) return;
    event.preventDefault();
    void this.#search();
  }

  async #search(): Promise<void> {
    this.#controller.act({ type: 'closeCard' });
    this.#controller.act({ type: 'view', change: { tab: 'badges', open: null } });
    await this.updateComplete;
    this.renderRoot.querySelector('ha-filter-bar')?.focusSearch();
  }

  /** A detail that was open from the start has nothing to give the focus back to but the badge's card. */
  async #giveFocusBack(badge: string): Promise<void> {
    await this.updateComplete;
    if (document.activeElement === document.body)
      this.renderRoot.querySelector('ha-badge-grid')?.focusBadge(badge);
  }

  /** What is new stands on top: what was just unlocked, else what was unlocked last. */
  async #showNews(): Promise<void> {
    this.#scrollBack = false;
    await this.updateComplete;
    const news = this.renderRoot.querySelector<LitElement>('ha-celebration, ha-recent-unlocks:not([hidden])');
    await news?.updateComplete;
    this.#scroll.restore(0);
    news?.focus({ preventScroll: true });
  }

  /** The cards must have their height before there is anything to scroll to. */
  async #restoreScroll(): Promise<void> {
    const { scroll } = this.#controller.model.view;
    this.#scrollBack = scroll > 0;
    await this.updateComplete;
    requestAnimationFrame(() => {
      if (this.#scrollBack) this.#scroll.restore(scroll);
      this.#scrollBack = false;
    });
  }
}
customElements.define('ha-panel', Panel);
