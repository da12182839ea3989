import { assertHomeInUse } from '../../../scanning/remembered.ts';
import { type CommandContext, withCoordinator } from '../engine.ts';

/** `reset --yes`: forgets unlocks, snapshot and checkpoint. */
export async function resetCommand(context: CommandContext): Promise<void> {
  const { terminal, common } = context;
  if (!common.save) throw new Error('reset only removes files, so it cannot go with --no-save');
  await assertHomeInUse(context.home);
  await withCoordinator(context, (coordinator) => coordinator.reset());
  terminal.print(
    common.json ? JSON.stringify({ reset: true }) : 'Unlocks, snapshot and checkpoint are forgotten.',
  );
}
