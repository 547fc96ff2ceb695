import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rule } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { periodOrder } from '../records/dates.ts';
import type { Records } from '../records/load.ts';

const undefinedIndicator = rule(
  'indicators/undefined',
  'error',
  'A figure without a definition has no name, no unit and no direction.',
);
const order = rule('indicators/order', 'error', 'The last figure in the list is taken for the latest.');

const share = rule('indicators/share', 'warning', 'A share of more than the whole is most likely a slip.');

/** Every figure belongs to an indicator that the framework defines; periods go forward and none twice. */
export function checkIndicators(records: Records): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const review of records.review.values()) {
    const framework = records.framework.get(review.value.framework);
    if (!framework) continue;
    const defined = framework.value.indicators ?? {};
    for (const [id, values] of Object.entries(review.value.indicators ?? {})) {
      if (!Object.hasOwn(defined, id)) {
        found.push(
          undefinedIndicator.at(
            review.source.keyAt(['indicators', id]),
            `The framework defines no indicator \`${id}\`.`,
            didYouMean(id, Object.keys(defined), 'Indicators'),
          ),
        );
      }
      values.forEach((value, i) => {
        if (defined[id]?.unit === '%' && (value.value < 0 || value.value > 100)) {
          found.push(
            share.at(
              review.source.at(['indicators', id, i, 'value']),
              `${String(value.value)}% is not a share of anything.`,
              'Check the figure; a share lies between 0 and 100.',
            ),
          );
        }
        const before = values[i - 1];
        if (before && periodOrder(before.period) >= periodOrder(value.period)) {
          found.push(
            order.at(
              review.source.at(['indicators', id, i]),
              `${value.period} does not come after ${before.period}.`,
              'Put the figures in order of time, each period once.',
            ),
          );
        }
      });
    }
  }
  return found;
}
