import { assertHomeInUse } from '../../../scanning/scan/remembered.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { flag } from '../arguments/parameters.ts';
import { UsageError } from '../arguments/usageError.ts';
import { withCoordinator } from '../engine.ts';
import { plural, setAsideLines } from '../printable.ts';

/** `reset --yes`: forgets unlocks, and the snapshot made of them. */
export const command = defineCommand({
  details: 'What is remembered of sessions stays, and the next scan unlocks anew what it shows.',
  takes: { yes: flag('--yes', 'yes, every unlock; always needed') },
  example: ['reset', '--yes'],
  async run({ yes }, context) {
    const { terminal, common } = context;
    if (!yes) throw new UsageError('reset forgets every unlock; say --yes to go ahead');
    if (!common.save) throw new Error('reset only removes what is saved, so it cannot go with --no-save');
    await assertHomeInUse(context.home);
    const { sessions, setAside } = await withCoordinator(context, async (coordinator) => {
      await coordinator.reset();
      return coordinator.ask({ kind: 'remembered' });
    });
    terminal.print(
      common.json
        ? JSON.stringify({ reset: true, sessions_remembered: sessions })
        : [
            'Every unlock is forgotten, and the snapshot with them.',
            `What is remembered of ${plural(sessions, 'session')} stays; the next scan unlocks anew what it shows.`,
            ...setAsideLines({ setAside }),
          ].join('\n'),
    );
  },
});
