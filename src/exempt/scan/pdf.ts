import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { bytesOf, lookup, named, nameOf, textOf } from '../../finish/objects.ts';
import { readPdf } from '../../finish/read.ts';
import { filesIn } from './file.ts';
import { textOfPages } from './pdf-pages.ts';
import { looseStreams } from './pdf-loose.ts';
import { textsIn, Unsearchable, withoutEntities, type Surface } from './surface.ts';

/** Everything in a PDF: what its pages say, every text and name in its objects, every stream, and what nothing leads to. */
export async function* surfacesOfPdf(bytes: Uint8Array): AsyncGenerator<Surface> {
  yield { where: 'in its bytes', text: Buffer.from(bytes).toString('latin1'), readable: false };
  let context: PDFContext;
  try {
    context = await readPdf(bytes);
  } catch (error) {
    throw new Unsearchable(error instanceof Error ? error.message : 'it is damaged');
  }
  if (context.trailerInfo.Encrypt !== undefined) throw new Unsearchable('it is encrypted');
  yield* textOfPages(context);
  for (const [, object] of context.enumerateIndirectObjects()) {
    yield* surfacesOfObject(context, object, 'in its structure', 0);
    if (object instanceof PDFStream) yield* surfacesOfStream(context, object);
  }
  yield* surfacesOfObject(context, context.trailerInfo.Info, 'in its document information', 0);
  yield* looseStreams(bytes);
}

const places: Readonly<Record<string, string>> = {
  Alt: 'in its alternative text',
  ActualText: 'in text that stands in for other text (`ActualText`)',
  E: 'in the meaning of initials (`E`)',
  Lang: 'in the name of a language',
  UF: 'in the name of an attachment',
  F: 'in the name of an attachment',
  Desc: 'in the description of an attachment',
  Contents: 'in the description of a link or note',
  TU: 'in the description of a field',
  URI: 'in the address of a link',
  Names: 'in its list of names',
  P: 'in its page labels',
};

const ofInfo = new Set(['Author', 'Subject', 'Keywords', 'Creator', 'Producer']);

/** Texts and names in an object. What it leads to is an object of its own. */
function* surfacesOfObject(
  context: PDFContext,
  object: PDFObject | undefined,
  where: string,
  depth: number,
): Generator<Surface> {
  if (depth > 60) return;
  if (object instanceof PDFString || object instanceof PDFHexString) {
    yield { where, text: object.decodeText(), readable: true };
    for (const text of textsIn(object.asBytes())) yield { where, text, readable: true };
  } else if (object instanceof PDFName) {
    yield { where, text: object.decodeText(), readable: false };
  } else if (object instanceof PDFArray) {
    for (const item of object.asArray()) yield* surfacesOfObject(context, item, where, depth + 1);
  } else if (object instanceof PDFDict || object instanceof PDFStream) {
    const dictionary = object instanceof PDFDict ? object : object.dict;
    for (const [key, inside] of dictionary.entries()) {
      const name = key.decodeText();
      yield { where, text: name, readable: false };
      yield* surfacesOfObject(context, inside, placeOf(name, dictionary, where), depth + 1);
    }
  }
}

function placeOf(key: string, dictionary: PDFDict, around: string): string {
  if (key === 'Title') {
    if (dictionary.has(named('Dest')) || dictionary.has(named('A')) || dictionary.has(named('Parent')))
      return 'in a bookmark';
    return 'in its document information';
  }
  if (ofInfo.has(key)) return 'in its document information';
  return places[key] ?? around;
}

async function* surfacesOfStream(context: PDFContext, stream: PDFStream): AsyncGenerator<Surface> {
  const type = nameOf(context, stream.dict.get(named('Type')));
  let bytes: Uint8Array | undefined;
  try {
    bytes = bytesOf(context, stream);
  } catch {
    // A picture in a form of its own, such as JPEG: its bytes as they are.
    bytes = stream instanceof PDFRawStream ? stream.contents : undefined;
  }
  if (!bytes) return;
  if (type === 'EmbeddedFile') {
    const name = attachmentName(context, stream);
    for await (const surface of filesIn(name, bytes))
      yield { ...surface, where: `in its attachment, ${surface.where}` };
    return;
  }
  const readable = type === 'Metadata';
  const where = readable ? 'in its metadata (XMP)' : 'in a stream of its objects';
  for (const text of textsIn(bytes)) yield { where, text: readable ? withoutEntities(text) : text, readable };
}

/** What the file specification calls an attachment. */
function attachmentName(context: PDFContext, stream: PDFStream): string {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const held = lookup(context, object.get(named('EF')));
    if (!(held instanceof PDFDict)) continue;
    if (held.values().some((value) => lookup(context, value) === stream))
      return (
        textOf(context, object.get(named('UF'))) ?? textOf(context, object.get(named('F'))) ?? 'attachment'
      );
  }
  return 'attachment';
}
