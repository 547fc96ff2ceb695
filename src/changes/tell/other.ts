import type { Kind, Telling } from '../change.ts';
import type { Difference } from '../records/differ.ts';
import { descriptionWords, nameInWords, tellText, type Context } from './context.ts';

const kindOf: Readonly<Record<Context['noun'], { kind: Kind; called: string }>> = {
  framework: { kind: 'framework', called: 'Framework' },
  council: { kind: 'council', called: 'The council’s record' },
  calendar: { kind: 'calendar', called: 'Bank holidays' },
  review: { kind: 'finding', called: 'The review' },
  report: { kind: 'report', called: 'The report' },
  meeting: { kind: 'meeting', called: 'The agenda' },
};

/** Whatever nobody else tells: by its place in the record and by what the schema says of it. */
export function tellOther(difference: Difference, context: Context): Telling {
  const { kind, called } = kindOf[context.noun];
  const subject = [called, ...difference.names.map(nameInWords)].join(', ');
  const told = tellText(kind, subject, difference, context);
  const description = descriptionWords(difference);
  return description === undefined ? told : { ...told, sentence: `${told.sentence} (${description})` };
}
