import type { Style } from '../compose/style.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import type { Entry } from '../records/load.ts';
import { Prose } from '../records/prose.ts';
import type { Report } from '../records/report.ts';

const blank = rule(
  'implications/blank',
  'error',
  'A blank under a heading leaves members to guess whether anybody looked.',
);
const unasked = rule(
  'implications/unknown-heading',
  'error',
  'An answer under a heading that no house style has never reaches the paper.',
);
const noneInWords = rule(
  'implications/none-in-words',
  'error',
  'The house style has its own words for no implications, the same under every heading.',
);
const unknown = rule('implications/unknown', 'warning', 'Members will read that nobody knows.');

/**
 * The implications headings that a house style asks for are answered, each of them.
 * @param known the headings of all house styles, asked for only where an answer has another
 */
export function checkImplications(
  report: Entry<Report>,
  style: Style,
  known: () => ReadonlySet<string>,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { headings } = style.value.implications;
  const answers = report.value.implications;
  const others = Object.keys(answers).filter((id) => !Object.hasOwn(headings, id));
  const names = new Set([...Object.keys(headings), ...(others.length > 0 ? known() : [])]);
  const strangers = others.filter((id) => !names.has(id));
  // An answer under a misspelt heading is one mistake: the heading is not said to be unanswered as well.
  const misspelt = new Set(strangers.map((id) => nearest(id, names)));
  for (const [id, { heading, required }] of Object.entries(headings)) {
    const answer = answers[id];
    if (answer === '' || (answer === undefined && required === 'yes' && !misspelt.has(id))) {
      found.push(
        blank.at(
          report.source.keyAt(answer === undefined ? ['implications'] : ['implications', id]),
          `“${heading}” is not answered.`,
          `Write what it means after \`${id}:\`, or \`${id}: none\` if there are no such implications.`,
        ),
      );
    } else if (answer instanceof Prose && /^(none|nil|no|n\/?a|not applicable)\.?$/i.test(answer.markdown)) {
      found.push(
        noneInWords.at(
          report.source.at(['implications', id]),
          `“${heading}” is answered with “${answer.markdown}”.`,
          `Did you mean \`${id}: none\`?`,
        ),
      );
    } else if (answer === 'unknown' && required === 'yes') {
      found.push(
        unknown.at(
          report.source.at(['implications', id]),
          `“${heading}” is answered with \`unknown\`.`,
          'Find out, and write the answer or `none`. Leave it for a historic paper whose source does not say.',
        ),
      );
    }
  }
  for (const id of strangers) {
    found.push(
      unasked.at(
        report.source.keyAt(['implications', id]),
        `No house style has an implications heading \`${id}\`.`,
        didYouMean(id, names, 'Headings'),
      ),
    );
  }
  return found;
}
