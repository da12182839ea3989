import type { Remembered } from '../../../scanning/questions.ts';
import { type CommandContext, withCoordinator } from '../engine.ts';
import { percent, plural } from '../printable.ts';

/** `forget --deleted --yes`: forgets the sessions that Hermes has deleted, and counts without them from then on. */
export async function forgetCommand(context: CommandContext): Promise<void> {
  const { terminal, common } = context;
  if (!common.save) throw new Error('forget only removes what is saved, so it cannot go with --no-save');
  await withCoordinator(context, async (coordinator) => {
    await coordinator.rescan({ full: false }); // which of them Hermes has deleted by now
    const before = await coordinator.ask({ kind: 'remembered' });
    const forgotten = before.deleted === 0 ? 0 : await coordinator.forgetDeleted();
    const sessions_remembered = before.sessions - forgotten;
    terminal.print(
      common.json
        ? JSON.stringify({ forgotten, sessions_remembered })
        : words(before, forgotten, sessions_remembered),
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
