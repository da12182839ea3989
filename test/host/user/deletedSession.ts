import { TemporaryHome } from '../../support/temporaryHome.ts';
import type { Workbench } from './workbench.ts';

/** Unlocked by five calls in one session, of which there are no more. */
export const DELEGATION_BADGE = 'Subagent Commander';
const FORGET = 'Hermes Achievements: Forget Deleted Sessions…';

/** A home in which one session alone has unlocked a badge. */
export function homeThatDelegated(): TemporaryHome {
  const home = TemporaryHome.create();
  const calls = Array(5).fill({ name: 'delegate_task' });
  home.addSession({ id: 'delegating', model: 'one/model' }, [
    { role: 'assistant', tool_calls: JSON.stringify(calls) },
  ]);
  home.addSession({ model: 'one/model' }, [{ content: 'Good morning.' }]);
  return home;
}

/** Hermes deletes that session. */
export function deleteDelegation(home: TemporaryHome): void {
  home.deleteSession('delegating');
  home.rest();
}

/** Opens the panel, once it shows that the badge is unlocked. */
export async function seeDelegation(window: Workbench): Promise<void> {
  await window.hideSideBar();
  await window.openPanel();
  await delegationRank(window, 'Copper');
}

/** Waits until the card of the badge calls it so. */
export async function delegationRank(window: Workbench, name: string): Promise<void> {
  await window.panel.card(DELEGATION_BADGE).locator('.rank', { hasText: name }).waitFor();
}

/** Forget Deleted Sessions… until it asks whether to forget the one. */
export async function askToForget(window: Workbench): Promise<void> {
  await window.runCommand(FORGET, window.dialog.getByText('Forget 1 session that Hermes has deleted?'));
}

/** Says yes, and waits for the badge to be called kept. */
export async function agreeToForget(window: Workbench): Promise<void> {
  await window.dialog.getByRole('button', { name: 'Forget Sessions' }).click();
  await window.notifications.heard('1 session was forgotten, and all was counted anew.');
  await window.panel.card(DELEGATION_BADGE).getByText('Kept from earlier history').waitFor();
}

/** Forget Deleted Sessions… where there is nothing to forget. */
export async function findNothingToForget(window: Workbench): Promise<void> {
  const nothing = 'There is nothing to forget: Hermes has deleted no session that is remembered.';
  await window.runCommand(FORGET, window.notifications.toast(nothing));
}
