/** What stands in place of a badge's own words while it is secret. */
export const SECRET_TEXT = {
  name: '???',
  description: 'A secret badge. Keep going and it may well open by itself.',
  criteria: 'What counts here stays hidden until something has counted.',
} as const;
