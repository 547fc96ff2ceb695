import { isPeriod } from '../records/dates.ts';

/** A period as records hold it, or what is wrong and what to write instead. */
export type PeriodRead = { period: string } | { wrong: string; hint: string };

const anyForm =
  'Write a year as 2003/2004 or 2003/04, a half as 2003/2004 H1 (April to September), a quarter as 2003/2004 Q1 (April to June).';

const years = String.raw`(?<from>\d{4}) ?(?:[/-]|to) ?(?<to>\d{4}|\d{2})`;
const part = String.raw`(?:(?<sort>Q|H|QUARTER|HALF) ?(?<number>\d))`;
const forms = [
  new RegExp(`^(?:FY ?)?${years}(?:[ ,-]+${part})?$`, 'i'),
  new RegExp(`^${part}[ ,-]+(?:FY ?)?${years}$`, 'i'),
];

/**
 * A year from April to March, or a half or quarter of one, in the forms people write: `2022/23`,
 * `2022-2023`, `Q1 2022/23`. A month is no period here, so `2004-05` can only be a year.
 */
export function readPeriod(written: string): PeriodRead {
  const plain = written.replaceAll(/[–—‑]/g, '-').replaceAll(/\s+/g, ' ').trim();
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    if (!groups) continue;
    const { from = '', to = '', sort, number = '' } = groups;
    const next = Number(from) + 1;
    const whole = `${from}/${String(next)}`;
    if (Number(to) !== (to.length === 2 ? next % 100 : next) || !isPeriod(whole))
      return { wrong: `\`${written}\` is not one year: ${to} does not follow ${from}.`, hint: anyForm };
    if (sort === undefined) return { period: whole };
    const letter = sort.toUpperCase().startsWith('Q') ? 'Q' : 'H';
    if (Number(number) < 1 || Number(number) > (letter === 'Q' ? 4 : 2))
      return { wrong: `\`${written}\`: a year has four quarters and two halves.`, hint: anyForm };
    return { period: `${whole} ${letter}${number}` };
  }
  return { wrong: `\`${written}\` is not a period.`, hint: hintFor(plain) };
}

function hintFor(plain: string): string {
  const alone = /^(?:FY ?)?(\d{4})$/i.exec(plain)?.[1];
  if (alone !== undefined)
    return `It could be read as two years from April to March. Write ${String(Number(alone) - 1)}/${alone} or ${alone}/${String(Number(alone) + 1)}.`;
  const short = /^(\d{2})[/-](\d{2})$/.exec(plain);
  if (short && (Number(short[1]) + 1) % 100 === Number(short[2]))
    return `Write the century too, as in 20${short[1] ?? ''}/${short[2] ?? ''}.`;
  const quarter = /^(Q[1-4]|H[12]) ?(\d{4})$|^(\d{4}) ?(Q[1-4]|H[12])$/i.exec(plain);
  if (quarter) {
    const year = Number(quarter[2] ?? quarter[3]);
    const name = (quarter[1] ?? quarter[4] ?? '').toUpperCase();
    return `The year from April to March is not certain. Write ${String(year - 1)}/${String(year)} ${name} or ${String(year)}/${String(year + 1)} ${name}.`;
  }
  return anyForm;
}
