import { deflateSync } from 'node:zlib';
import { PDFRawStream, type PDFContext, type PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import type { Attachment } from './finishing.ts';
import { pdfDate } from './metadata.ts';
import { named, text } from './objects.ts';

/** Puts files in as associated files of the document (ISO 19005-3, 6.8 and annex E). */
export function attach(
  context: PDFContext,
  catalog: PDFDict,
  attachments: readonly Attachment[],
  date: Date,
): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = sorted.map((attachment) => ({
    name: text(attachment.name),
    ref: fileOf(context, attachment, date),
  }));
  const names = files.flatMap(({ name, ref }) => [name, ref]);
  catalog.set(named('Names'), context.obj({ EmbeddedFiles: { Names: names } }));
  catalog.set(named('AF'), context.obj(files.map(({ ref }) => ref)));
}

function fileOf(context: PDFContext, attachment: Attachment, date: Date): PDFRef {
  const name = text(attachment.name);
  const dictionary = context.obj({
    Type: 'EmbeddedFile',
    Subtype: attachment.mediaType,
    Filter: 'FlateDecode',
    Params: { Size: attachment.bytes.length, ModDate: text(pdfDate(date)) },
  });
  const stream = context.register(PDFRawStream.of(dictionary, deflateSync(attachment.bytes)));
  return context.register(
    context.obj({
      Type: 'Filespec',
      F: name,
      UF: name,
      Desc: text(attachment.description),
      AFRelationship: attachment.relationship,
      EF: { F: stream, UF: stream },
    }),
  );
}
