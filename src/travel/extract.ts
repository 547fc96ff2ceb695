import { PDFArray, PDFDict, PDFName, PDFParser, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { fromText, type TravellingRecord } from './record.ts';

/** The record that travels with a paper, PDF or HTML; undefined where there is none that can be read. */
export async function travelledRecord(bytes: Uint8Array): Promise<TravellingRecord | undefined> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  const text = start.startsWith('%PDF-')
    ? await attachedYaml(bytes)
    : embeddedJson(new TextDecoder().decode(bytes));
  return text === undefined ? undefined : fromText(text);
}

function embeddedJson(html: string): string | undefined {
  return /<script type="application\/json" id="record">([^<]*)<\/script>/.exec(html)?.[1];
}

/** The first associated file that is the paper's source (ISO 19005-3, 6.8). */
async function attachedYaml(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const context = await PDFParser.forBytesWithOptions(bytes).parseDocument();
    const files = context.lookup(context.trailerInfo.Root, PDFDict).lookupMaybe(PDFName.of('AF'), PDFArray);
    for (let i = 0; i < (files?.size() ?? 0); i++) {
      const file = files?.lookupMaybe(i, PDFDict);
      if (file?.lookupMaybe(PDFName.of('AFRelationship'), PDFName)?.decodeText() !== 'Source') continue;
      const stream = file.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
      if (stream instanceof PDFRawStream)
        return new TextDecoder().decode(decodePDFRawStream(stream).decode());
    }
  } catch {
    // Not a PDF that can be read; whoever asked is told that it carries no record.
  }
  return undefined;
}
