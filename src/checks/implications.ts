import type { Style } from '../compose/style.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean, nearest } from '../diagnostics/suggest.ts';
import { once } from '../once.ts';
import type { Entry } from '../records/load.ts';
import { Prose } from '../records/prose.ts';
import type { Answer, Report } from '../records/report.ts';
import type { Path } from '../records/source.ts';

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
const notAnAnswer = rule(
  'implications/not-an-answer',
  'error',
  'Members would read that somebody was asked, and not what the report means.',
);
const unknown = rule('implications/unknown', 'warning', 'Members will read that nobody knows.');

const noneWords = /^(none|nil|no|n\/?a|not applicable)\.?$/i;
/** More letters than any of these have together: a longer answer is one, and most are. */
const longer = /(?:[A-Za-z][^A-Za-z]*){30}/;
/** What is written where the answer has not come, or stands elsewhere. */
const putOff = once(
  () =>
    /^[\p{P}\p{S}\s]*(yes|y|tb[acd]|(still )?to (be (confirmed|determined|decided|advised|agreed|added|completed|provided|updated|written|inserted)|follow|come)|(still )?(awaited|awaiting|pending|outstanding)|in progress|(as|see) (above|below|attached|report|appendix)|as before|unknown|not (yet )?known|don[’']t know)?[\p{P}\p{S}\s]*$/iu,
);

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
    const { words, place } = wordsOf(answer, ['implications', id]);
    const short = words !== undefined && !longer.test(words) ? words : undefined;
    if (answer === '' || (answer === undefined && required === 'yes' && !misspelt.has(id))) {
      found.push(
        blank.at(
          report.source.keyAt(answer === undefined ? ['implications'] : ['implications', id]),
          `“${heading}” is not answered.`,
          `Write what it means after \`${id}:\`, or \`${id}: none\` if there are no such implications.`,
        ),
      );
    } else if (short !== undefined && noneWords.test(short)) {
      found.push(
        noneInWords.at(
          report.source.at(place),
          `“${heading}” is answered with “${short}”.`,
          `Did you mean \`${id}: none\`?`,
        ),
      );
    } else if (short !== undefined && putOff().test(short)) {
      found.push(
        notAnAnswer.at(
          report.source.at(place),
          `“${heading}” is answered with “${short}”, which is no answer.`,
          `Find out and write what it means, or \`${id}: none\` if there are no such implications. ${
            /above|below|attached|report|appendix/i.test(short)
              ? 'A paragraph is pointed to by its name, with `see:` beside `means:`.'
              : `Only where the source of a historic paper does not say: \`${id}: unknown\`.`
          }`,
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

/** What an answer says in an officer’s own words, and where; nothing where it is a word of the form or is withheld. */
function wordsOf(answer: Answer | undefined, at: Path): { words?: string; place: Path } {
  if (answer instanceof Prose) return answer.withheld ? { place: at } : { words: answer.markdown, place: at };
  if (typeof answer !== 'object') return { place: at };
  return wordsOf(answer.means, [...at, 'means']);
}
