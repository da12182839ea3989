import { t } from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { PAGES } from '../../protocol/viewState.ts';
import type { PanelSnapshot } from '../../protocol.ts';
import { HostConnection } from '../host/connection.ts';
import { PanelController } from '../model/controller.ts';
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
import './activity/activityPage.ts';
import './recap/recapOnTop.ts';
import './timeline/timelinePage.ts';
import './usage/usagePage.ts';
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

/** The whole panel. */
export class Panel extends LitElement {
  readonly #host = new HostConnection();
  readonly #controller = new PanelController(this.#host, {
    changed: () => this.requestUpdate(),
    showNews: () => void this.#showNews(),
    showPage: () => void this.#showPage(),
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
      ${model.started ? this.#main(model) : html`<p class="waiting muted">${t('Loading…')}</p>`}
      ${
        detail
          ? html`<ha-badge-detail
              .badge=${detail.badge}
              .open=${detail.open}
              .timeline=${model.timeline ?? []}
              .version=${model.version}
              .told=${card ? NOTHING_TOLD : told}
            ></ha-badge-detail>`
          : nothing
      }
      ${card ? html`<ha-share-sheet .badge=${card} .told=${told}></ha-share-sheet>` : nothing}
    `;
  }

  #main(model: PanelModel): TemplateResult {
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
    const { timeline, celebrated, recap, version } = model;
    const { achievements } = snapshot;
    const fresh = newBadges(model);
    return html`
      <ha-notices .model=${model}></ha-notices>
      <ha-summary-header .model=${model}></ha-summary-header>
      ${
        recap === null
          ? nothing
          : html`<ha-recap-on-top .badges=${achievements} .span=${recap} .version=${version}></ha-recap-on-top>`
      }
      ${
        celebrated.length > 0
          ? html`<ha-celebration .news=${celebrated} .badges=${achievements}></ha-celebration>`
          : nothing
      }
      <div class="highlights">
        <ha-next-up .badges=${achievements}></ha-next-up>
        <ha-recent-unlocks .badges=${achievements} .timeline=${timeline} .fresh=${fresh}></ha-recent-unlocks>
      </div>
      ${this.#pages(model, snapshot, fresh)}
      <ha-page-footer .sample=${model.sample} .sessions=${snapshot.sessions_total}></ha-page-footer>
    `;
  }

  #pages(model: PanelModel, { achievements }: PanelSnapshot, fresh: ReadonlySet<string>): TemplateResult {
    const { view, version } = model;
    const { detail, card } = this.#controller;
    const badges = html`<div class="badges">
      <h2 class="spoken-only">${t('Badges')}</h2>
      <ha-filter-bar .badges=${achievements} .view=${view}></ha-filter-bar>
      <ha-badge-grid
        .badges=${achievements}
        .order=${model.order}
        .view=${view}
        .fresh=${fresh}
        .covered=${detail !== undefined || card !== undefined}
      ></ha-badge-grid>
    </div>`;
    return html`<vscode-tabs selected-index=${PAGES.indexOf(view.tab)} @vsc-tabs-select=${this.#chooseTab}>
      ${this.#page(t('Badges'), badges)}
      ${this.#later(
        view.tab === 'timeline',
        t('Timeline'),
        html`<ha-timeline-page .badges=${achievements} .filter=${view.timeline} .version=${version}></ha-timeline-page>`,
      )}
      ${this.#later(
        view.tab === 'activity',
        t('Activity'),
        html`<ha-activity-page .badges=${achievements} .view=${view} .version=${version}></ha-activity-page>`,
      )}
      ${this.#later(
        view.tab === 'usage',
        t('Usage'),
        html`<ha-usage-page .view=${view.usage} .version=${version}></ha-usage-page>`,
      )}
    </vscode-tabs>`;
  }

  /** A page that is made when it is looked at, and asks then for what it shows. */
  #later(isShown: boolean, name: string, content: TemplateResult): TemplateResult {
    return this.#page(
      name,
      html`<div class="page">
        <h2 class="spoken-only">${name}</h2>
        ${isShown ? content : nothing}
      </div>`,
    );
  }

  #page(name: string, content: TemplateResult): TemplateResult {
    return html`<vscode-tab-header slot="header">${name}</vscode-tab-header>
      <vscode-tab-panel .tabIndex=${NO_STOP}>${content}</vscode-tab-panel>`;
  }

  #act(intent: Intent): void {
    const closing = intent.type === 'closeBadge' ? this.#controller.detail?.badge.id : undefined;
    this.#controller.act(intent);
    if (closing !== undefined) void this.#giveFocusBack(closing);
  }

  #chooseTab(event: CustomEvent<{ selectedIndex: number }>): void {
    this.#controller.act({ type: 'view', change: { tab: PAGES[event.detail.selectedIndex] ?? 'badges' } });
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

  /** The tabs stand on top, below them what was asked for. */
  async #showPage(): Promise<void> {
    this.#scrollBack = false;
    await this.updateComplete;
    this.renderRoot.querySelector('vscode-tabs')?.scrollIntoView({ block: 'start', behavior: 'instant' });
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
