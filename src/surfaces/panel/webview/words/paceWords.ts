import { t } from '@vscode/l10n';
import type { Pace } from '../../../../badges/achievement.ts';
import { figure } from './formats.ts';

/** "about 12 days at your pace of the last 30" */
export function paceWords({ days }: Pace): string {
  return days === 1
    ? t('about 1 day at your pace of the last 30')
    : t('about {0} days at your pace of the last 30', figure(days));
}

/** "about 12 days", where there is no room for more. */
export function shortPace({ days }: Pace): string {
  return days === 1 ? t('about 1 day') : t('about {0} days', figure(days));
}

/** The same as a sentence of its own. */
export function paceSentence({ days }: Pace): string {
  return days === 1
    ? t('About 1 day at your pace of the last 30.')
    : t('About {0} days at your pace of the last 30.', figure(days));
}
