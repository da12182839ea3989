import { isSamePlace } from '../../../host/activeHistory.ts';
import type { CommandParts } from '../commandParts.ts';

/** Leave Sample History: shows what the settings lead to; a setting just changed may have led there already. */
export async function leaveSample({
  history,
  places,
}: Pick<CommandParts, 'history' | 'places'>): Promise<void> {
  const place = await places.leaveSample();
  if (!isSamePlace(place, history.place)) await history.switchTo(place);
}
