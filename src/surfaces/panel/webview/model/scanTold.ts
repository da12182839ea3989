import { t } from '@vscode/l10n';
import type { ToWebview } from '../../protocol.ts';
import type { PanelModel } from './model.ts';
import type { Told } from './told.ts';

type ScanMessage = Extract<ToWebview, { type: 'scanProgress' | 'scanEnded' }>;

/**
 * What is told of a scan that the user asked for: its beginning and its end. How far it is the banner shows, and nobody
 * wants to hear it.
 */
export function scanTold(before: PanelModel, message: ScanMessage, after: PanelModel): Told | undefined {
  if (message.type === 'scanProgress') {
    const begins = before.scan === null && !message.scan.quiet;
    return begins ? { words: t('The scan has begun.'), manner: 'spoken' } : undefined;
  }
  if (before.scan === null || before.scan.quiet) return undefined;
  return { words: ending(message.outcome, after), manner: 'passing' };
}

function ending(outcome: 'done' | 'cancelled' | 'failed', { snapshot }: PanelModel): string {
  if (outcome === 'failed') return t('The scan failed.');
  if (outcome === 'cancelled') return t('The scan was cancelled.');
  if (!snapshot) return t('The scan is done.');
  const { unlocked_count, total_count } = snapshot;
  return t('Hermes history read. {0} of {1} badges unlocked.', unlocked_count, total_count);
}
