import * as v from 'valibot';

/** What messages of both directions are made of. Epoch seconds. */
export const Moment = v.pipe(v.number(), v.finite());
export const Count = v.pipe(v.number(), v.finite(), v.minValue(0));
export const Line = v.pipe(v.string(), v.maxLength(2000));
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
/** UTF-16 units. */
export const KEY_LENGTH = 4000;
/** What a row is grouped by: a name that anything may have written, so that it may be empty. */
export const Key = v.pipe(v.string(), v.maxLength(KEY_LENGTH));
/** Days since 1970-01-01, within what a date can name. */
export const DayNumber = v.pipe(v.number(), v.integer(), v.minValue(-1e7), v.maxValue(1e7));
/** `YYYY-MM-DD`; a year of more than four digits has its sign. */
export const DayName = v.pipe(v.string(), v.regex(/^(?:[+-]\d{2})?\d{4}-\d{2}-\d{2}$/));
export const Year = v.pipe(v.number(), v.integer(), v.minValue(-25_000), v.maxValue(25_000));
