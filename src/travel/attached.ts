import { PDFArray, PDFDict, PDFName, PDFParser, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';

/** The first associated file that is the paper's source (ISO 19005-3, 6.8). */
export async function attachedYaml(bytes: Uint8Array): Promise<string | undefined> {
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
