import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Records } from '../records/load.ts';
import { checkActions } from './actions.ts';
import { checkAgenda } from './agenda.ts';
import { checkCalendars } from './calendar.ts';
import { checkContrast } from './contrast.ts';
import { checkJudgements } from './judgements.ts';
import { checkPeriods } from './periods.ts';
import { checkRating } from './rating.ts';
import { checkDays } from './days.ts';
import { checkDuties } from './duties.ts';
import { checkFrameworks } from './framework.ts';
import { checkIndicators } from './indicators.ts';
import { checkClearance } from './clearance.ts';
import { checkExecutiveNotices } from './executive-notices.ts';
import { checkMeetingDays } from './meeting-days.ts';
import { checkMeetingNames } from './meeting-names.ts';
import { checkNotice } from './notice.ts';
import { checkSupplements } from './supplements.ts';

/** Is this fit to go before members? Every check that needs the records alone. */
export function checkRecords(records: Records): Diagnostic[] {
  return [
    checkFrameworks,
    checkJudgements,
    checkRating,
    checkPeriods,
    checkIndicators,
    checkActions,
    checkContrast,
    checkAgenda,
    checkDays,
    checkCalendars,
    checkDuties,
    checkNotice,
    checkSupplements,
    checkExecutiveNotices,
    checkClearance,
    checkMeetingDays,
    checkMeetingNames,
  ].flatMap((check) => check(records));
}
