import type { Fault } from '../fault.ts';

/** Faults in what day and hour it was. */
export const IN_CALENDAR: readonly Fault[] = [
  {
    name: 'midnight belongs to the day before',
    file: 'calendar/localDay.ts',
    text: 'seconds >= from && seconds < to ? cached',
    replacement: 'seconds >= from && seconds <= to ? cached',
    matters: 'What happens at midnight counts for the wrong day',
    tests: ['calendar/localDay'],
  },
  {
    name: 'a day with a change of the clock is remembered',
    file: 'calendar/localDay.ts',
    text: 'localTimeOf(start).offset === offset && startOfDay(day + 1) === end',
    replacement: 'localTimeOf(start).offset === offset',
    matters: 'Twice a year what happens late counts for the wrong day',
    tests: ['calendar/localDay'],
  },
  {
    name: 'a zone that is set anew is not looked at',
    file: 'calendar/localTime.ts',
    text: 'if (zone === undefined || zone.tz !== tz)',
    replacement: 'if (zone === undefined)',
    matters: 'Nights and weekends are those of another zone',
    tests: ['calendar/localTime', 'calendar/posixZone'],
  },
  {
    name: 'summer time ends by the clock of standard time',
    file: 'calendar/posixZone.ts',
    text: 'const ends = yearStart + to(year) - summer;',
    replacement: 'const ends = yearStart + to(year) - standard;',
    matters: 'For an hour a year the clock is wrong',
    tests: ['calendar/posixZone'],
  },
  {
    name: 'summer time never lasts over the turn of the year',
    file: 'calendar/posixZone.ts',
    text: 'begins < ends ? seconds >= begins && seconds < ends : seconds >= begins || seconds < ends',
    replacement: 'seconds >= begins && seconds < ends',
    matters: 'South of the equator there is no summer time',
    tests: ['calendar/posixZone'],
  },
  {
    name: 'a rule counts the offset the other way round',
    file: 'calendar/posixZone.ts',
    text: 'return 0 - clockSeconds(clock);',
    replacement: 'return clockSeconds(clock);',
    matters: 'Nights are days',
    tests: ['calendar/posixZone'],
  },
  {
    name: 'the 29th of February is a day like others',
    file: 'calendar/posixZone.ts',
    text: 'number - 1 + (isLeap(year) && number >= 60 ? 1 : 0)',
    replacement: 'number - 1',
    matters: 'In leap years the clock changes a day early',
    tests: ['calendar/posixZone'],
  },
];
