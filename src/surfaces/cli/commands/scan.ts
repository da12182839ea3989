import type { UnlockNews } from '../../../badges/unlocks/detect.ts';
import type { Snapshot } from '../../../files/shared/snapshot.ts';
import { defineCommand } from '../arguments/commandDefinition.ts';
import { flag } from '../arguments/parameters.ts';
import { withCoordinator } from '../engine.ts';
import { duration, figure, plural } from '../printable.ts';

/** `scan [--full]`: scans now and sums up, or prints the snapshot as JSON. */
export const command = defineCommand({
  details: 'Sums up what was read, and what it unlocked; with --json it prints the snapshot.',
  takes: { full: flag('--full', 'everything again, not only what is new') },
  example: ['scan', '--full'],
  async run({ full }, context) {
    const { terminal, common } = context;
    const { snapshot, news } = await withCoordinator(context, async (coordinator) => {
      let news: UnlockNews[] = [];
      coordinator.onEvent((event) => {
        // The first scan finds everything there is at once: its counts say enough.
        if (event.event === 'done' && !event.first_scan) news = event.unlocks;
      });
      return { snapshot: await coordinator.rescan({ full }), news };
    });
    terminal.print(common.json ? JSON.stringify(snapshot) : summary(snapshot, news));
  },
});

function summary(snapshot: Snapshot, news: readonly UnlockNews[]): string {
  const { scan_meta: meta } = snapshot;
  const lines = [
    `${plural(meta.sessions_total, 'session')}: ${figure(meta.sessions_rescanned)} analysed, ` +
      `${figure(meta.sessions_reused)} reused, in ${duration(meta.duration_ms)}.`,
    `${snapshot.unlocked_count} of ${snapshot.total_count} badges unlocked, ` +
      `${snapshot.discovered_count} discovered, ${snapshot.secret_count} still secret.`,
  ];
  if (meta.rows_repaired) lines.push(`${plural(meta.rows_repaired, 'row')} could only be read in part.`);
  const names = new Map(snapshot.achievements.map((achievement) => [achievement.id, achievement.name]));
  for (const item of news) {
    const name = names.get(item.id) ?? item.id;
    const tier = item.to_tier === null ? '' : ` (${item.to_tier})`;
    lines.push(
      item.kind === 'unlock'
        ? `Unlocked: ${name}${tier}`
        : `Tier up: ${name}, ${item.from_tier} to ${item.to_tier}`,
    );
  }
  return lines.join('\n');
}
