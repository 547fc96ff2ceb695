/** The zone that councils in England meet in. */
export const zone = 'Europe/London';

/**
 * What a calendar file has to say of the zone: summer time from the last Sunday in March to the last in October, both at
 * 01:00 UTC. It has been so since 1996, before any meeting that can be reckoned. Source: Summer Time Act 1972, as amended
 * by SI 2002/262.
 */
export const london = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
