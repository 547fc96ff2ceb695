import { deflateSync } from 'node:zlib';
import { PDFDict, PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { attach } from './attachments.ts';
import { srgbProfile } from './colour.ts';
import type { Finishing } from './finishing.ts';
import { creator, pdfDate, xmp, type Metadata } from './metadata.ts';
import { dictionaryAt, lookup, named, text, textOf } from './objects.ts';

/** Title and language, information dictionary, XMP, colour space and attached files. */
export function writeAbout(
  context: PDFContext,
  catalog: PDFDict,
  finishing: Omit<Finishing, 'headings' | 'stamps'>,
): void {
  const { title, author, language, subject, keywords = [], date, attachments, claim } = finishing;
  const printed = lookup(context, context.trailerInfo.Info);
  const producer = printed instanceof PDFDict ? textOf(context, printed.get(named('Producer'))) : undefined;
  const archive = attachments.length > 0 ? 3 : 2;
  const metadata: Metadata = {
    ...{ title, author, language, subject, keywords, date },
    producer: producer ?? creator,
    archive: claim ? archive : undefined,
  };
  const info = {
    ...{
      Title: text(title),
      Author: text(author),
      Creator: text(creator),
      Producer: text(metadata.producer),
    },
    ...(subject === undefined ? {} : { Subject: text(subject) }),
    ...(keywords.length === 0 ? {} : { Keywords: text(keywords.join(', ')) }),
    ...{ CreationDate: PDFString.of(pdfDate(date)), ModDate: PDFString.of(pdfDate(date)) },
  };
  context.trailerInfo.Info = context.register(context.obj(info));
  const set = (key: string, value: Parameters<PDFDict['set']>[1]) => catalog.set(named(key), value);
  // An archive must be able to read this without knowing PDF, so it is not packed.
  const packet = context.stream(Buffer.from(xmp(metadata), 'utf8'), { Type: 'Metadata', Subtype: 'XML' });
  set('Metadata', context.register(packet));
  set('Lang', text(language));
  const preferences = dictionaryAt(context, catalog, 'ViewerPreferences') ?? context.obj({});
  preferences.set(named('DisplayDocTitle'), context.obj(true));
  set('ViewerPreferences', preferences);
  set('OutputIntents', context.obj([outputIntent(context)]));
  attach(context, catalog, attachments, date);
}

/** The profile as it stands in every file. */
let packedProfile: Uint8Array | undefined;

/** Says what the colours of the file mean (ISO 19005-3, 6.2.3). */
function outputIntent(context: PDFContext): PDFRef {
  const dictionary = context.obj({ N: 3, Filter: 'FlateDecode' });
  const profile = context.register(
    PDFRawStream.of(dictionary, (packedProfile ??= deflateSync(srgbProfile()))),
  );
  return context.register(
    context.obj({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: PDFString.of('sRGB'),
      Info: PDFString.of('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    }),
  );
}
