import type { Remembered } from '../../../scanning/questions.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { flag } from '../arguments/parameters.ts';
import { UsageError } from '../arguments/usageError.ts';
import { type CommandContext, withCoordinator } from '../engine.ts';
import { percent, plural, setAsideLines } from '../printable.ts';

/** `forget --deleted --yes`: forgets the sessions that Hermes has deleted, and counts without them from then on. */
export const command = defineCommand({
  details: 'It is gone for good, in every copy. Unlocks stay.',
  takes: {
    deleted: flag('--deleted', 'what Hermes has deleted; always needed'),
    yes: flag('--yes', 'yes, for good; always needed'),
  },
  example: ['forget', '--deleted', '--yes'],
  async run({ deleted, yes }, context) {
    if (!deleted) throw new UsageError('forget needs --deleted: it forgets nothing else');
    if (!yes)
      throw new UsageError(
        'forget --deleted forgets for good what Hermes has deleted; say --yes to go ahead',
      );
    if (!context.common.save)
      throw new Error('forget only removes what is saved, so it cannot go with --no-save');
    await forgetDeleted(context);
  },
});

async function forgetDeleted(context: CommandContext): Promise<void> {
  const { terminal, common } = context;
  await withCoordinator(context, async (coordinator) => {
    await coordinator.rescan({ full: false }); // which of them Hermes has deleted by now
    const before = await coordinator.ask({ kind: 'remembered' });
    const forgotten = before.deleted === 0 ? 0 : await coordinator.forgetDeleted();
    const sessions_remembered = before.sessions - forgotten;
    terminal.print(
      common.json
        ? JSON.stringify({ forgotten, sessions_remembered })
        : [words(before, forgotten, sessions_remembered), ...setAsideLines(before)].join('\n'),
    );
    if (forgotten > 0) await coordinator.rescan({ full: false }); // else the snapshot would still tell of them
  });
}

function words({ deletedShare }: Remembered, forgotten: number, remembered: number): string {
  const stay = `${plural(remembered, 'session')} ${remembered === 1 ? 'stays' : 'stay'} remembered`;
  if (forgotten === 0) return `Hermes has deleted no session that is remembered. ${stay}.`;
  return [
    `Forgotten: ${plural(forgotten, 'session')} that Hermes has deleted, ${percent(deletedShare)} of all messages and tool calls.`,
    `${stay}, and so does every unlock.`,
  ].join('\n');
}
