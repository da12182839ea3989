import type { DayOfSessions } from '../../../activity/day.ts';
import type { NamedSession } from '../../../activity/session.ts';
import type { ActivityOfYear } from '../../../activity/year.ts';
import { plainLine } from '../../../artwork/plainText.ts';
import type { Recap } from '../../../recap/recap.ts';
import type { UsageAnswer } from '../../../scanning/ledger/usageAnswer.ts';
import { KEY_LENGTH } from '../protocol/fields.ts';
import type { AnswerOf, PageAnswer, PageQuestion } from '../protocol/questions.ts';
import type { PanelContext } from './context.ts';
import type { NamedSessions } from './namedSessions.ts';
import type { ShownBadges } from './shownBadges.ts';
import { TITLE_LENGTH } from './snapshot.ts';

/** What pages want to know, asked through the door: with titles as they may be shown, and nothing of a secret badge. */
export class PageAnswers {
  readonly #context: Pick<PanelContext, 'history' | 'log'>;
  readonly #shown: ShownBadges;
  readonly #named: NamedSessions;

  constructor(context: Pick<PanelContext, 'history' | 'log'>, shown: ShownBadges, named: NamedSessions) {
    this.#context = context;
    this.#shown = shown;
    this.#named = named;
  }

  /** @returns null where it cannot be answered; the log tells why */
  async to(question: PageQuestion): Promise<PageAnswer | null> {
    try {
      return await this.#ask(question);
    } catch (error) {
      this.#context.log('warn', `A page's question (${question.kind}) was not answered: ${String(error)}`);
      return null;
    }
  }

  async #ask(question: PageQuestion): Promise<PageAnswer> {
    const { history } = this.#context;
    switch (question.kind) {
      case 'reached': {
        const steps = await history.ask({ kind: 'reached' });
        return { kind: 'reached', value: steps.filter(({ id }) => this.#shown.isUnlocked(id)) };
      }
      case 'curve': {
        const { badge } = question;
        const curve = this.#shown.isNamed(badge) ? await history.ask({ kind: 'curve', badge }) : null;
        return { kind: 'curve', value: curve };
      }
      case 'activity': {
        const year = question.year ?? undefined;
        return { kind: 'activity', value: this.#activity(await history.ask({ kind: 'activity', year })) };
      }
      case 'day':
        return { kind: 'day', value: this.#day(await history.ask(question)) };
      case 'recap':
        return { kind: 'recap', value: this.#recap(await history.ask(question)) };
      case 'usage': {
        const of = question.of ?? undefined;
        return { kind: 'usage', value: this.#usage(await history.ask({ ...question, of })) };
      }
    }
  }

  #activity(activity: ActivityOfYear): AnswerOf<'activity'> {
    return { ...activity, longest_session: this.#nullable(activity.longest_session) };
  }

  #day({ day, sessions }: DayOfSessions): AnswerOf<'day'> {
    return { day, sessions: sessions.map((session) => ({ ...session, ...this.#session(session) })) };
  }

  #recap(recap: Recap): AnswerOf<'recap'> {
    const { tools, models, folders, unlocks } = recap;
    return {
      ...recap,
      unlocks: unlocks.filter(({ id }) => this.#shown.isUnlocked(id)),
      tools: tools.map(named),
      models: models.map(named),
      folders: folders.map(named),
      longest_session: this.#nullable(recap.longest_session),
    };
  }

  /** The transcripts of the sessions that are named may be opened. */
  #usage({ report, sessions, ...beside }: UsageAnswer): AnswerOf<'usage'> {
    const { range, by, totals } = report;
    const rows = report.rows.map((row) => ({ ...row, key: row.key?.slice(0, KEY_LENGTH) ?? null }));
    const named = sessions?.map(({ title, started_at, deleted }, row) => {
      const id = report.rows[row]?.key;
      if (typeof id === 'string') this.#named.add({ id, deleted });
      return { title: plainLine(title, TITLE_LENGTH), started_at, deleted };
    });
    return { ...beside, report: { range, by, totals, rows }, sessions: named ?? null };
  }

  #nullable(session: NamedSession | null): NamedSession | null {
    return session && this.#session(session);
  }

  #session(session: NamedSession): NamedSession {
    this.#named.add(session);
    return { ...session, title: plainLine(session.title, TITLE_LENGTH) };
  }
}

function named<Top extends { readonly name: string }>(top: Top): Top {
  return { ...top, name: plainLine(top.name, TITLE_LENGTH) };
}
