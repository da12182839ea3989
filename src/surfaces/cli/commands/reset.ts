import { assertHomeInUse } from '../../../scanning/scan/remembered.ts';
import { type CommandContext, withCoordinator } from '../engine.ts';
import { plural } from '../printable.ts';

/** `reset --yes`: forgets unlocks, and the snapshot made of them. */
export async function resetCommand(context: CommandContext): Promise<void> {
  const { terminal, common } = context;
  if (!common.save) throw new Error('reset only removes what is saved, so it cannot go with --no-save');
  await assertHomeInUse(context.home);
  const { sessions } = await withCoordinator(context, async (coordinator) => {
    await coordinator.reset();
    return coordinator.ask({ kind: 'remembered' });
  });
  terminal.print(
    common.json
      ? JSON.stringify({ reset: true, sessions_remembered: sessions })
      : [
          'Every unlock is forgotten, and the snapshot with them.',
          `What is remembered of ${plural(sessions, 'session')} stays; the next scan unlocks anew what it shows.`,
        ].join('\n'),
  );
}
