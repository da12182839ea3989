/** A calendar day of this machine's time zone: days since 1970-01-01, whatever zone that was. */
export type LocalDay = number;
