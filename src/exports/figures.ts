import type { Achievement } from '../badges/achievement.ts';

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count as people read it, the same in every language and place: `12,345`. */
export function figure(value: number): string {
  return GROUPED.format(value);
}

const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** The same where there is little room: `312.4M`. */
export function shortFigure(value: number): string {
  return SHORT.format(value);
}

const money = (decimals: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: decimals });
const WHOLE_DOLLARS = money(0);
const CENTS = money(2);
const CENTS_PARTS = money(6);

/** `$1,234.56`; less than a cent is told to a millionth. */
export function dollars(amount: number): string {
  return (amount > 0 && amount < 0.01 ? CENTS_PARTS : CENTS).format(amount);
}

/** The same where there is little room: a hundred dollars and more without cents. */
export function shortDollars(amount: number): string {
  return amount >= 100 ? WHOLE_DOLLARS.format(amount) : dollars(amount);
}

/** How far a badge is, on one line: `1,345 / 3,000`, or the figure alone where nothing is left to reach. */
export function progressFigure({ progress, next_tier, next_threshold }: Achievement): string {
  return next_tier === null || next_threshold === null
    ? figure(progress)
    : `${figure(progress)} / ${figure(next_threshold)}`;
}

/** Per cent of the way to the next tier, within 0..100 whatever a file holds. */
export function percentOf({ progress_pct }: Achievement): number {
  return Math.max(0, Math.min(100, Math.floor(progress_pct) || 0));
}
