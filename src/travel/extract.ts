import { fromText, type TravellingRecord } from './record.ts';

/** The record that travels with a paper, PDF or HTML; undefined where there is none that can be read. */
export async function travelledRecord(bytes: Uint8Array): Promise<TravellingRecord | undefined> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  const text = start.startsWith('%PDF-')
    ? // What reads PDFs is loaded only where there is one.
      await import('./attached.ts').then(({ attachedYaml }) => attachedYaml(bytes))
    : embeddedJson(new TextDecoder().decode(bytes));
  return text === undefined ? undefined : fromText(text);
}

function embeddedJson(html: string): string | undefined {
  return /<script type="application\/json" id="record">([^<]*)<\/script>/.exec(html)?.[1];
}
