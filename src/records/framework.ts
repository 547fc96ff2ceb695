import * as z from 'zod';
import { Abbreviations } from './abbreviations.ts';
import { whenKnown } from './date-fields.ts';
import { Duty, span } from './duties.ts';
import { choice, count, described, form, identifier, list, named, prose, text } from './fields.ts';
import { Indicator } from './indicators.ts';
import { Overall } from './overall.ts';
import { Scale } from './scales.ts';
import { once } from '../once.ts';

export const Source = once(() =>
  form({
    title: text().meta({ description: 'What the source is called.' }),
    publisher: text().optional().register(described, { description: 'Who published it.' }),
    date: whenKnown().optional().register(described, { description: 'When, as far as known.' }),
    for: text().meta({ description: 'What in this file rests on it.' }),
  }),
);

/** How a regulator judges: services, questions, scales, and how the overall judgement comes about. */
export const Framework = once(() =>
  form({
    name: text(),
    regulator: form({
      name: text().meta({ description: 'The regulator’s name without “the”.' }),
      short: text().meta({ description: 'Its initials or short name.' }),
      called: text().optional().register(described, {
        description: 'How a sentence calls it, where that is not “the” with its name: “Ofsted”.',
      }),
    }),
    review: text().meta({
      description: 'What the regulator’s yearly review is called: “annual review of performance”.',
    }),
    department: text().meta({ description: 'What is judged, in a sentence: “social services”.' }),
    introduced: form({
      when: text().optional().register(described, { description: 'A year or period, where it is known.' }),
      by: text().optional().register(described, { description: 'Who introduced it.' }),
      purpose: prose().meta({ description: 'One sentence: what was introduced.' }),
      parts: list(form({ id: identifier(), part: prose() }))
        .optional()
        .register(described, { description: 'What the framework consists of.' }),
      importance: prose().meta({ description: 'One sentence: why the review matters to the council.' }),
    }).meta({ description: 'Background that every report on this framework can give.' }),
    frequency: choice(['yearly', 'irregular']).optional().register(described, {
      description: 'Whether there is a judgement every year; yearly where left out.',
    }),
    services: named(
      form({
        name: text(),
        subject: text().meta({ description: 'At the start of a sentence: “Children’s services”.' }),
        questions: list(identifier()).optional().register(described, {
          description: 'The questions that it is judged on; all of them where left out.',
        }),
      }),
    )
      .optional()
      .register(described, {
        description: 'The services or themes that are judged one by one; none where left out.',
      }),
    questions: named(
      form({
        name: text(),
        scale: identifier().meta({ description: 'The scale of the answer, one of those under `scales`.' }),
      }),
    ).optional(),
    asked: form({ one: text(), many: text() }).optional().register(described, {
      description: 'What the questions are called: “quality statement”; “question” where left out.',
    }),
    scales: named(Scale()).optional(),
    overall: Overall().optional(),
    combining: prose().optional().register(described, {
      description: 'How the services’ judgements become the overall one, in words for members.',
    }),
    consequences: list(form({ rating: text(), brings: prose(), source: text() }))
      .optional()
      .register(described, { description: 'What a rating brings with it.' }),
    duties: list(Duty())
      .optional()
      .register(described, { description: 'What the council must do with the judgement.' }),
    indicators: named(Indicator()).optional(),
    comparators: named(text()).optional().register(described, {
      description: 'The averages that figures are compared with, by name: “England”.',
    }),
    band_words: list(form({ band: count(1, 9), words: text() }))
      .optional()
      .register(described, { description: 'What each band of an indicator says, from the lowest.' }),
    oldest_figure: span()
      .optional()
      .register(described, { description: 'How old a figure may be on the day of the meeting: 18 months.' }),
    abbreviations: Abbreviations().optional(),
    sources: list(Source()),
  }).meta({ id: 'framework', title: 'Framework', description: 'How a regulator judges.' }),
);

export type Framework = z.infer<ReturnType<typeof Framework>>;
