import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';

/** What is left out of a page that would otherwise keep PDF/UA-1 and PDF/A-3a. */
export interface Faults {
  /** No metadata at all, so no claim either. */
  noMetadata?: boolean;
  /** Neither the mark "this file is tagged" nor any tag. */
  untagged?: boolean;
  /** A red square that is neither tagged nor marked as decoration. */
  unmarkedSquare?: boolean;
  /** The file can only be opened with a password. */
  locked?: boolean;
}

/** One page, made by hand: without faults it keeps both standards that the project promises. */
export async function onePage(faults: Faults = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context, catalog } = pdf;
  const page = pdf.addPage([200, 200]);
  if (faults.unmarkedSquare) {
    const square = context.register(context.stream('1 0 0 rg 10 10 50 50 re f'));
    page.node.set(PDFName.of('Contents'), square);
  }

  catalog.set(PDFName.of('Lang'), PDFString.of('en-GB'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  if (!faults.untagged) {
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    const root = context.nextRef();
    const document = context.register(context.obj({ Type: 'StructElem', S: 'Document', P: root }));
    context.assign(root, context.obj({ Type: 'StructTreeRoot', K: [document] }));
    catalog.set(PDFName.of('StructTreeRoot'), root);
  }
  if (!faults.noMetadata) {
    const xmp = context.stream(new TextEncoder().encode(XMP), { Type: 'Metadata', Subtype: 'XML' });
    catalog.set(PDFName.of('Metadata'), context.register(xmp));
  }
  const id = PDFHexString.of('00112233445566778899AABBCCDDEEFF');
  context.trailerInfo.ID = context.obj([id, id]);
  if (faults.locked) pdf.encrypt({ userPassword: 'open', ownerPassword: 'own' });
  return pdf.save({ useObjectStreams: false });
}

/** PDF/A wants any property it does not know described: here the one of PDF/UA. */
const XMP = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">A page</rdf:li></rdf:Alt></dc:title>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
