import { t } from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { ActivityOfYear } from '../../../../../activity/year.ts';
import { intend } from '../../model/intents.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayOf, realDay } from '../../words/days.ts';
import { daysWords, messagesWords } from '../../words/workWords.ts';

/** Streaks and records: what was longest, and what was most. */
export class ActivityRecords extends LitElement {
  static override properties = { activity: { attribute: false } };
  declare activity: ActivityOfYear;

  static override styles = [
    sharedStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
        gap: 10px;
      }
      /* They are four: three of them and one below would look forgotten. */
      @media (min-width: 460px) and (max-width: 940px) {
        dl {
          grid-template-columns: repeat(2, 1fr);
        }
      }
      div {
        display: grid;
        align-content: start;
        gap: 2px;
        padding: 10px 14px;
        border: 1px solid var(--ha-line);
        border-radius: var(--ha-radius);
        background: var(--ha-card);
      }
      dt {
        color: var(--ha-muted);
      }
      dd.value {
        font-size: 1.4em;
        font-weight: 600;
        line-height: 1.2;
      }
      .more {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .more button {
        max-width: 100%;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        unicode-bidi: isolate;
      }
    `,
  ];

  override render(): TemplateResult {
    const {
      current_streak,
      longest_streak: longest,
      busiest_day: busiest,
      longest_session: session,
      year,
    } = this.activity;
    return html`<dl>
      ${this.#record(t('Current streak'), daysWords(current_streak), current_streak === 0 ? t('Today or yesterday there was no message.') : t('in a row, up to now'))}
      ${
        longest
          ? this.#record(
              t('Longest streak'),
              daysWords(longest.days),
              t('{0} to {1}', realDay(dayOf(longest.since)), realDay(dayOf(longest.until))),
            )
          : nothing
      }
      ${
        busiest
          ? this.#record(
              t('Busiest day of {0}', String(year)),
              messagesWords(busiest.messages),
              html`<button class="link" @click=${() => intend(this, { type: 'view', change: { day: dayOf(busiest.day) } })}>
                ${realDay(dayOf(busiest.day))}
              </button>`,
            )
          : nothing
      }
      ${
        session
          ? this.#record(
              t('Longest session of {0}', String(year)),
              messagesWords(session.messages),
              session.deleted
                ? html`<span dir="auto">${session.title || t('Untitled session')}</span> · ${t('remembered')}`
                : html`<button
                    class="link"
                    dir="auto"
                    title=${session.title || t('Untitled session')}
                    aria-description=${t('Open the transcript')}
                    @click=${() => intend(this, { type: 'openTranscript', badge: null, session: session.id })}
                  >${session.title || t('Untitled session')}</button>`,
            )
          : nothing
      }
    </dl>`;
  }

  #record(name: string, value: string, more: string | TemplateResult): TemplateResult {
    return html`<div>
      <dt>${name}</dt>
      <dd class="value figures">${value}</dd>
      <dd class="more">${more}</dd>
    </div>`;
  }
}
customElements.define('ha-activity-records', ActivityRecords);
