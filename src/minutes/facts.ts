import * as z from 'zod';
import { AgendaFacts } from '../agenda/facts.ts';
import { prose } from '../compose/shapes/prose.ts';

/** What the wordings of minutes, decision sheets, decision records and matters arising may name. */

/** Something resolved, in a record's own words or taken over from a report's recommendation. */
const Resolved = z.object({ id: z.string(), text: z.union([prose, z.string()]) });
export type Resolved = z.infer<typeof Resolved>;

const Who = z.object({ id: z.string(), who: z.string() });

export const ActionFact = z.object({
  id: z.string(),
  action: prose,
  owner: z.string(),
  /** In the British long form, or "No date set". */
  due: z.string(),
  /** "Under way", "Overdue by 3 days": as it stands on the day of the paper. */
  status: z.string(),
  progress: prose.optional(),
  /** "Item 6", or the item's title: where it was resolved. */
  from: z.string(),
});
export type ActionFact = z.infer<typeof ActionFact>;

/** An item of the agenda with what became of it. */
const MinutedItem = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  /** Whether it was taken in private and these are the public minutes: nothing else is said of it. */
  withheld: z.boolean(),
  /** "Key decision, FP/2025/38 on the forward plan." */
  key: z.string().optional(),
  /** Why it was taken without notice. */
  urgent: z.string().optional(),
  /**
   * Who sent apologies, for that item. What an item may lack is called otherwise than anything outside it: inside `each`
   * the names of the whole are known as well.
   */
  sent_apologies: z.string().optional(),
  discussion: prose.optional(),
  resolved: z.array(Resolved).optional(),
  /** Before there are outcomes: what the meeting is asked to resolve. */
  drafted: z.array(Resolved).optional(),
  reasons: z.array(Resolved).optional(),
  rejected: prose.optional(),
  interests: prose.optional(),
  /** The same at the item at which all declare theirs. */
  declared: prose.optional(),
  dispensations: prose.optional(),
  /** Whether it has the resolution to exclude the public, as a draft or as it was agreed. */
  excludes: z.boolean(),
  /** "Record this in the exempt minutes." */
  elsewhere: z.string().optional(),
  /** The day from which the decision has effect, and the last day to call it in. */
  effective: z.string().optional(),
  call_in_until: z.string().optional(),
  /** Said where nothing at all is recorded: "Not recorded." */
  nothing: z.string().optional(),
  /** Whether the form leaves its minute to be written. */
  to_record: z.boolean(),
});
export type MinutedItem = z.infer<typeof MinutedItem>;

export const MinutesFacts = z.object({
  council: z.object({ name: z.string() }),
  body: z.object({
    name: z.string(),
    /** Whether it is an executive that meets under SI 2012/2089. */
    under_regulations: z.boolean(),
  }),
  /** "Tuesday 9 December 2025", or "a day that is not recorded". */
  day: z.string(),
  /** " at 10 am", or nothing. */
  time: z.string(),
  venue: z.string().optional(),
  opened: z.string().optional(),
  closed: z.string().optional(),
  /** Whether anything is recorded of the meeting yet: otherwise this is a form to fill in. */
  held: z.boolean(),
  /** Exempt items only, for those who may see them. */
  restricted: z.boolean(),
  present: z.array(Who).optional(),
  apologies: z.array(Who).optional(),
  in_attendance: z.array(Who).optional(),
  /** For the form: everybody who could be there. */
  expected: z.array(Who).optional(),
  items: z.array(MinutedItem),
  /** What the resolution to exclude the public is about, as the agenda has it. */
  exclusion: AgendaFacts.shape.exclusion,
  /** The day of the meeting that confirmed them. */
  confirmed: z.string().optional(),
  /** The day on which the decisions were published. */
  published: z.string().optional(),
  /** Those of them with a decision, or taken in private. */
  decided: z.array(MinutedItem),
  actions: z.array(ActionFact).optional(),
});
export type MinutesFacts = z.infer<typeof MinutesFacts>;

/**
 * The record of one executive decision. Source: SI 2012/2089, regulation 12(2): the decision and its date, the reasons,
 * alternative options considered and rejected, conflicts of interest declared, dispensations. None may be left out.
 */
export const DecisionRecordFacts = z.object({
  council: z.object({ name: z.string() }),
  body: z.object({ name: z.string() }),
  title: z.string(),
  /** "Item 6 of the meeting": where it stood. */
  item: z.string(),
  day: z.string(),
  key: z.string(),
  lead: z.string().optional(),
  wards: z.string().optional(),
  /** The report that it rests on, by title and author. */
  report: z.string().optional(),
  /** Whom to ask. */
  contact: z.string().optional(),
  published: z.string().optional(),
  effective: z.string().optional(),
  call_in_until: z.string().optional(),
  decision: z.array(Resolved),
  reasons: z.array(Resolved),
  /** Absent where the record says that there was none. */
  rejected: prose.optional(),
  interests: prose.optional(),
  dispensations: prose.optional(),
});
export type DecisionRecordFacts = z.infer<typeof DecisionRecordFacts>;

export const MattersArisingFacts = z.object({
  council: z.object({ name: z.string() }),
  body: z.object({ name: z.string() }),
  /** The day of the meeting that the matters arise from. */
  previous: z.string(),
  day: z.string(),
  open: z.array(ActionFact).optional(),
  closed: z.array(ActionFact).optional(),
});
export type MattersArisingFacts = z.infer<typeof MattersArisingFacts>;
