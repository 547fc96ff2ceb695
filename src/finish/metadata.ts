import { escapeXml } from './xml.ts';

/** What a file says about itself, in its information dictionary and in its XMP alike. */
export interface Metadata {
  title: string;
  author: string;
  language: string;
  subject: string | undefined;
  keywords: readonly string[];
  date: Date;
  producer: string;
  /** The part of ISO 19005 that is claimed together with ISO 14289-1; absent where nothing is claimed. */
  archive: 2 | 3 | undefined;
}

/** The program that made the document, as against the producer, which made the PDF of it. */
export const creator = 'Scrutineer';

/** XMP (ISO 16684-1) with the claims in the form that ISO 14289-1, 5, and ISO 19005-3, 6.6.4, ask for. */
export function xmp(metadata: Metadata): string {
  const { title, author, language, subject, keywords, producer, archive } = metadata;
  const date = `${metadata.date.toISOString().slice(0, 19)}Z`;
  const inLanguages = (name: string, words: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(words)}</rdf:li>` +
    `<rdf:li xml:lang="${escapeXml(language)}">${escapeXml(words)}</rdf:li></rdf:Alt></dc:${name}>`;
  const list = (name: string, kind: string, items: readonly string[]) =>
    `<dc:${name}><rdf:${kind}>${items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('')}</rdf:${kind}></dc:${name}>`;
  const lines = [
    '<dc:format>application/pdf</dc:format>',
    inLanguages('title', title),
    list('creator', 'Seq', [author]),
    list('language', 'Bag', [language]),
    ...(subject === undefined ? [] : [inLanguages('description', subject)]),
    ...(keywords.length === 0
      ? []
      : [list('subject', 'Bag', keywords), `<pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`]),
    `<xmp:CreatorTool>${creator}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    ...(archive === undefined ? [] : claims(archive)),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
${lines.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** PDF/A wants a property that it does not know described in the file, and it does not know PDF/UA's. */
function claims(archive: 2 | 3): string[] {
  return [
    '<pdfuaid:part>1</pdfuaid:part>',
    `<pdfaid:part>${archive}</pdfaid:part>`,
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
      '<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>' +
      '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
      '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
      '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
      '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
      '<pdfaProperty:category>internal</pdfaProperty:category>' +
      '<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>' +
      '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>',
  ];
}

/** `D:20031201100000Z`: always UTC, so that no machine's time zone shows. */
export function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}
