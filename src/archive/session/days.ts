import type { LocalDay } from '../../calendar/isoDay.ts';
import type { DaySlice, SessionDays } from '../../metrics/session/daySlices.ts';
import { SESSION_METRICS } from '../../metrics/sums/figureRow.ts';
import { isFigure } from './figures.ts';

/** A day, then place and figure of each figure that is another than on the day before. */
type SliceList = number[];
type DaysList = [own: LocalDay | null, last: LocalDay | null, ...earlier: SliceList[]];

/** Years 0 to 9999. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** A session's days in short: of a session of one day two numbers. */
export function daysList({ own, last, earlier }: SessionDays): DaysList {
  const slices = earlier.map(({ day, figures }, index) => {
    const list: SliceList = [day];
    const before = earlier[index - 1]?.figures;
    figures.forEach((figure, place) => {
      if (figure !== (before?.[place] ?? 0)) list.push(place, figure);
    });
    return list;
  });
  return [own, last, ...slices];
}

/** The inverse, or undefined when it makes no sense. */
export function daysFrom(value: unknown): SessionDays | undefined {
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const [own, last, ...lists] = value;
  if (!isDayOrNull(own) || !isDayOrNull(last)) return undefined;
  if (lists.length === 0) return { own, last, earlier: NONE };
  const earlier: DaySlice[] = [];
  for (const list of lists) {
    const slice = sliceFrom(list, earlier.at(-1));
    if (!slice) return undefined;
    earlier.push(slice);
  }
  return last === null || earlier.at(-1)!.day >= last ? undefined : { own, last, earlier };
}

const NONE: readonly DaySlice[] = [];

function sliceFrom(list: unknown, before: DaySlice | undefined): DaySlice | undefined {
  if (!Array.isArray(list) || list.length % 2 !== 1 || !isDay(list[0])) return undefined;
  const day = list[0];
  if (before && day <= before.day) return undefined;
  const figures = before ? [...before.figures] : SESSION_METRICS.map(() => 0);
  for (let index = 1; index < list.length; index += 2) {
    const place: unknown = list[index];
    const figure: unknown = list[index + 1];
    if (!isFigure(place) || place >= figures.length || !isFigure(figure)) return undefined;
    figures[place] = figure;
  }
  return { day, figures };
}

function isDay(value: unknown): value is LocalDay {
  return Number.isInteger(value) && (value as number) >= FIRST_DAY && (value as number) <= LAST_DAY;
}

function isDayOrNull(value: unknown): value is LocalDay | null {
  return value === null || isDay(value);
}
