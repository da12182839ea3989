import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionOfDay } from '../../../../../activity/day.ts';
import { isoOfDay } from '../../../../../calendar/isoDay.ts';
import { codicon } from '../../drawing/codicon.ts';
import { FocusKeeper } from '../../focus/focusKeeper.ts';
import { AskedAnswer } from '../../host/askedAnswer.ts';
import { intend } from '../../model/intents.ts';
import { closeButtonStyles } from '../../styles/closeButton.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { wholeDay } from '../../words/days.ts';
import { timeOfDay } from '../../words/formats.ts';
import { messagesWords, sessionsWords, toolCallsWords } from '../../words/workWords.ts';

/** The sessions of one day; each opens its transcript, as far as Hermes still has it. */
export class DaySessions extends LitElement {
  static override properties = { day: { type: Number }, version: { type: Number } };
  declare day: number;
  declare version: number;
  readonly #sessions = new AskedAnswer<'day'>(this, () => ({
    question: { kind: 'day', day: this.day },
    version: this.version,
  }));

  constructor() {
    super();
    new FocusKeeper(this);
  }

  static override styles = [
    sharedStyles,
    closeButtonStyles,
    css`
      section {
        padding: 12px 14px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
      }
      h3 {
        margin: 0;
        font-size: 1.05em;
        font-weight: 600;
      }
      ol {
        margin-top: 6px;
        max-height: 420px;
        overflow: auto;
      }
      li + li {
        border-top: 1px solid var(--ha-line);
      }
      .session {
        display: grid;
        grid-template-columns: 7.5em minmax(0, 1fr) auto 16px;
        align-items: center;
        gap: 2px 12px;
        width: 100%;
        min-height: 32px;
        padding: 4px 6px;
      }
      button.session:hover {
        background: var(--vscode-list-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -2px;
      }
      button.session:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -2px;
      }
      .title {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        unicode-bidi: isolate;
      }
      .when,
      .work {
        color: var(--ha-muted);
        white-space: nowrap;
      }
      @media (max-width: 680px) {
        .session {
          grid-template: 'title title icon' auto 'when work icon' auto / auto minmax(0, 1fr) 16px;
        }
        .title {
          grid-area: title;
          white-space: normal;
          overflow-wrap: anywhere;
        }
        .when {
          grid-area: when;
        }
        .work {
          grid-area: work;
          white-space: normal;
        }
        .codicon {
          grid-area: icon;
        }
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { value, failed } = this.#sessions;
    const isThere = value?.day === isoOfDay(this.day);
    const words = failed
      ? t('The sessions of this day could not be read. The log tells why.')
      : isThere && value.sessions.length === 0
        ? t('There was nothing on this day.')
        : '';
    return html`<section aria-labelledby="title">
      <div class="head">
        <h3 id="title">
          ${wholeDay(this.day)}${isThere && value.sessions.length > 0 ? html` <span class="muted">· ${sessionsWords(value.sessions.length)}</span>` : nothing}
        </h3>
        <button class="close" aria-label=${t('Close')} title=${t('Close')} @click=${() => intend(this, { type: 'view', change: { day: null } })}>
          ${codicon('close')}
        </button>
      </div>
      <p class="muted" aria-live="polite">${words}</p>
      ${
        isThere && value.sessions.length > 0
          ? html`<ol data-list tabindex="-1">${repeat(
              value.sessions,
              ({ id }) => id,
              (session) => html`<li>${this.#session(session)}</li>`,
            )}</ol>`
          : nothing
      }
    </section>`;
  }

  /** One that Hermes has deleted is only remembered: there is nothing to open. */
  #session({ id, title, started_at, began, messages, tool_calls, deleted }: SessionOfDay): TemplateResult {
    const shown = title || t('Untitled session');
    const when = deleted
      ? t('remembered')
      : !began
        ? t('went on')
        : started_at === null
          ? ''
          : timeOfDay(started_at);
    const content = html`<span class="when figures">${when}</span>
      <span class="title" dir="auto">${shown}</span>
      <span class="work figures">${messagesWords(messages)} · ${toolCallsWords(tool_calls)}</span>
      ${deleted ? codicon('history') : codicon('go-to-file')}`;
    if (deleted) {
      return html`<div class="session" title=${t('Hermes has deleted this session; what it counted is remembered.')}>${content}</div>`;
    }
    return html`<button
      class="session"
      data-of=${id}
      title=${shown}
      aria-description=${t('Open the transcript')}
      @click=${() => intend(this, { type: 'openTranscript', badge: null, session: id })}
    >${content}</button>`;
  }
}
customElements.define('ha-day-sessions', DaySessions);
