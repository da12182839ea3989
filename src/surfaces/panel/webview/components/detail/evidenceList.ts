import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Contribution } from '../../../../../badges/achievement.ts';
import { codicon } from '../../drawing/codicon.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { metricFigure } from '../../words/badgeWords.ts';
import { day } from '../../words/formats.ts';

/** The sessions that contributed most to a figure; each opens its transcript. */
export class EvidenceList extends LitElement {
  static override properties = { badge: {}, metric: {}, sessions: { attribute: false } };
  /** The badge's id. */
  declare badge: string;
  declare metric: string;
  declare sessions: readonly Contribution[];

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    sharedStyles,
    css`
      /* One grid for all, so that days stand under days and figures under figures. */
      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto auto;
        column-gap: 12px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        overflow: hidden;
      }
      li,
      button {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
      }
      li + li {
        border-top: 1px solid var(--ha-line);
      }
      button {
        align-items: center;
        row-gap: 2px;
        min-height: 30px;
        padding: 5px 12px;
      }
      button:hover {
        background: var(--vscode-list-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -2px;
      }
      button:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -2px;
      }
      ol:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      /* Two lines, and the rest on hover. */
      .title {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
        overflow-wrap: anywhere;
        unicode-bidi: isolate;
      }
      .day,
      .value {
        justify-self: end;
        color: var(--ha-muted);
        white-space: nowrap;
      }
      @media (max-width: 680px) {
        button {
          grid-template:
            'title title icon' auto
            'value day icon' auto
            / minmax(0, 1fr) auto auto;
        }
        .title {
          grid-area: title;
        }
        .value {
          grid-area: value;
          justify-self: start;
          white-space: normal;
        }
        .day {
          grid-area: day;
        }
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ol data-list tabindex="-1">
      ${repeat(
        this.sessions,
        ({ session_id }) => session_id,
        (session) => this.#session(session),
      )}
    </ol>`;
  }

  /** @returns whether the session is in this list */
  focusSession(session: string): boolean {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-of]')];
    const button = buttons.find(({ dataset }) => dataset.of === session);
    button?.focus();
    return button !== undefined;
  }

  /** The whole title on hover: no list has room for it. */
  #session({ session_id, title, value, started_at }: Contribution): TemplateResult {
    const shown = title || t('Untitled session');
    return html`<li>
      <button data-of=${session_id} title=${shown} aria-description=${t('Open the transcript')} @click=${() => this.#open(session_id)}>
        <span class="title" dir="auto">${shown}</span>
        <span class="day figures">${started_at === undefined ? nothing : day(started_at)}</span>
        <span class="value figures">${metricFigure(this.metric, value)}</span>
        ${codicon('go-to-file')}
      </button>
    </li>`;
  }

  #open(session: string): void {
    intend(this, { type: 'openTranscript', badge: this.badge, session });
  }
}
customElements.define('ha-evidence-list', EvidenceList);

declare global {
  interface HTMLElementTagNameMap {
    'ha-evidence-list': EvidenceList;
  }
}
