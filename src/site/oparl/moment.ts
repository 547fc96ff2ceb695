/**
 * A day and a time of the clock in England as a moment with its distance from UTC, as OParl asks for: "2026-01-13T10:00:00+00:00".
 * Undefined where the time is in words that name no hour.
 */
export function moment(date: string, time: string | undefined): string | undefined {
  const clock = time === undefined ? undefined : clockTime(time);
  if (clock === undefined) return undefined;
  return `${date}T${clock}:00${offset(`${date}T${clock}:00Z`)}`;
}

/** "10 am", "2.30 pm", "14:00", "noon" as "10:00", "14:30", "14:00", "12:00". */
export function clockTime(words: string): string | undefined {
  const text = words.trim().toLowerCase();
  if (/^(12 )?(noon|midday)$/.test(text)) return '12:00';
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[.:](\d{2}))? ?([ap])?\.?m?\.?$/.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  const hour = Number(hours);
  if (half === undefined)
    return /[.:]/.test(text) && hour < 24 ? `${hours.padStart(2, '0')}:${minutes}` : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return `${String((hour % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0')}:${minutes}`;
}

const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

/** "+00:00" in winter, "+01:00" in summer. The clocks change at night, when no committee sits. */
function offset(utc: string): string {
  const name = inLondon.formatToParts(new Date(utc)).find(({ type }) => type === 'timeZoneName')?.value;
  return name?.slice('GMT'.length) || '+00:00';
}
