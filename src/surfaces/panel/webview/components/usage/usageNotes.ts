import { t } from '@vscode/l10n';
import { css, html, LitElement, type TemplateResult } from 'lit';
import type { UsageShown } from '../../../protocol/questions.ts';
import { sharedStyles } from '../../styles/shared.ts';
import { dayOf, mediumDay, today } from '../../words/days.ts';
import { dayAndTime } from '../../words/formats.ts';

/** What must be known to read the figures: which of Hermes' totals they are, how days come about, what is missing. */
export class UsageNotes extends LitElement {
  static override properties = { usage: { attribute: false } };
  declare usage: UsageShown;

  static override styles = [
    sharedStyles,
    css`
      ul {
        display: grid;
        gap: 4px;
        font-size: 0.92em;
        color: var(--ha-muted);
      }
    `,
  ];

  override render(): TemplateResult {
    return html`<ul>${notesOf(this.usage).map((note) => html`<li>${note}</li>`)}</ul>`;
  }
}
customElements.define('ha-usage-notes', UsageNotes);

/** See usage.md, "What a surface says". */
function notesOf({ report, pricedSince, seenSince, hasAccount }: UsageShown): string[] {
  const notes = [
    t(
      "All work: every session with what is its own, as in Hermes' insights. Its dashboard counts main loops only, its sidebar input and output of top-level sessions.",
    ),
  ];
  if (pricedSince !== null) notes.push(t('Hermes kept no cost before {0}.', mediumDay(pricedSince)));
  if (seenSince !== null && today(seenSince * 1000) >= dayOf(report.range.since))
    notes.push(t('Days by session start until {0}, as seen since.', dayAndTime(seenSince)));
  if (hasAccount === false) notes.push(t('Auxiliary models are not recorded by this Hermes.'));
  return notes;
}
