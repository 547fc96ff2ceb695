/** A time of day, on a clock of 24 hours. */
export interface Time {
  hours: number;
  minutes: number;
}

const written = /^(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|noon|midnight)?$/;

/** Reads a time as agendas give it: "10 am", "2.30pm", "14:00", "noon"; `undefined` where it says none that can be read. */
export function timeOf(text: string | undefined): Time | undefined {
  const plain = (text ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/([ap])\.\s*m\.?/g, '$1m');
  if (plain === 'noon' || plain === 'midday') return { hours: 12, minutes: 0 };
  const [, first, second, half] = written.exec(plain) ?? [];
  // "10" alone could be a day or a number of the room.
  if (first === undefined || (second === undefined && half === undefined)) return undefined;
  const [hour, minutes] = [Number(first), Number(second ?? '0')];
  if (minutes > 59) return undefined;
  if (half === undefined) return hour > 23 ? undefined : { hours: hour, minutes };
  if (hour < 1 || hour > 12) return undefined;
  if (half === 'noon') return hour === 12 && minutes === 0 ? { hours: 12, minutes } : undefined;
  if (half === 'midnight') return undefined;
  return { hours: (hour % 12) + (half === 'pm' ? 12 : 0), minutes };
}
