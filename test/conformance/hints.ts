/**
 * What the rules that a browser's PDF tends to break mean for this project, in one line each.
 *
 * Keys are "clause-test" or a whole "clause". A rule without a line here is told by its own description.
 */

import type { FailedRule } from './verapdf.ts';

/** ISO 14289-1, PDF/UA-1. */
const ACCESSIBILITY: Readonly<Record<string, string>> = {
  '5': 'Write pdfuaid:part = 1 into the XMP metadata.',
  '6.2': 'Set MarkInfo with Marked = true in the catalog: is the PDF printed with tags on?',
  '7.1-1': 'An artifact lies inside tagged content: close the tag first.',
  '7.1-2': 'Tagged content lies inside an artifact: a screen reader would never say it.',
  '7.1-3': 'Unmarked content: wrap it as /Artifact (page numbers, lines, backgrounds) or give it a tag.',
  '7.1-5': 'Map this tag to a standard one in the RoleMap, for example Strong to Span.',
  '7.1-8': 'The file has no XMP metadata: add a metadata stream to the catalog.',
  '7.1-9': 'Write dc:title into the XMP metadata, the same as the title of the document.',
  '7.1-10': 'Set ViewerPreferences with DisplayDocTitle = true in the catalog.',
  '7.1-11': 'The file has no tags at all: print it with tags on.',
  '7.2-20': 'Inside LI only Lbl and LBody may stand: wrap the text of the item in LBody.',
  '7.2-29': 'A Lang value is not a language tag such as en-GB or cy.',
  '7.2-34': 'No language is known for this text: set Lang in the catalog.',
  '7.2': 'Tags nest in a way the standard does not allow, or a language is missing.',
  '7.3': 'Give the Figure an Alt text, or make it an artifact if it only decorates.',
  '7.4.2': 'Headings must start at H1 and skip no level.',
  '7.5': 'Give each TH a Scope (Row or Column), or tie cells to headers by IDs.',
  '7.9': 'Each Note needs an ID of its own.',
  '7.18.1-2': 'Give the annotation a Contents text that says what it is or where it leads.',
  '7.18.3': 'Set Tabs = S on every page that has annotations.',
  '7.18.5-1': 'The link is not inside a Link tag: a role on the <a> element can cause that.',
  '7.18.5-2': 'Give the link annotation a Contents text, for example the words of the link.',
  '7.21.4.1-1': 'Embed the font: a font of the system was used.',
  '7.21.4.1-2': 'The embedded font lacks a glyph that the text uses: choose a font that covers the text.',
  '7.21.7': 'A character has no Unicode value: it cannot be read aloud, searched or copied.',
  '7.21.8': 'The text uses a missing glyph: choose a font that covers it.',
};

/** ISO 19005-2 and -3, PDF/A-2 and PDF/A-3, which number their clauses alike. */
const ARCHIVE: Readonly<Record<string, string>> = {
  '6.1.2-1': 'The file must start with %PDF-1.n, and nothing before it.',
  '6.1.2-2': 'Write a comment of at least four bytes above 127 on the second line.',
  '6.1.3-1': 'Add an ID to the trailer.',
  '6.1.3-2': 'An archive copy must not be encrypted.',
  '6.2.4.3-2': 'Add an sRGB OutputIntent (GTS_PDFA1 with a DestOutputProfile) to the catalog.',
  '6.2.4.3-4': 'Add an OutputIntent to the catalog: grey needs one, too.',
  '6.2.8-3': 'An image asks for interpolation: set Interpolate to false.',
  '6.2.10': 'Transparency needs an OutputIntent, or a colour space on the page group.',
  '6.2.11.4.1': 'Embed the font with every glyph that is used.',
  '6.2.11.7.2': 'A character has no Unicode value: add it to the ToUnicode map.',
  '6.2.11.8': 'The text uses a missing glyph: choose a font that covers it.',
  '6.3.2': 'Set the Print flag on the annotation (F = 4).',
  '6.3.3': 'The annotation needs an appearance stream.',
  '6.5.1': 'This action (script, launch, media) is not allowed in an archive copy.',
  '6.6.2.1-1': 'The file has no XMP metadata: add a metadata stream to the catalog.',
  '6.6.2.3.1':
    'Describe this property in a PDF/A extension schema (pdfuaid:part needs one), or leave it out.',
  '6.6.4': 'Write pdfaid:part and pdfaid:conformance into the XMP metadata.',
  '6.7.2.2': 'Set MarkInfo with Marked = true in the catalog: is the PDF printed with tags on?',
  '6.7.3.3': 'The file has no tags at all: print it with tags on.',
  '6.7.3.4-1': 'Map this tag to a standard one in the RoleMap, for example Strong to Span.',
  '6.7.4': 'A Lang value is not a language tag such as en-GB or cy.',
  '6.8': 'An attached file needs its type, both names (F, UF) and its AFRelationship, and a place in AF.',
};

/** The line for a rule, if there is one: for the exact test, else for its whole clause. */
export function hintFor(rule: FailedRule): string | undefined {
  const hints = hintsOf(rule.specification);
  return hints[`${rule.clause}-${rule.testNumber}`] ?? hints[rule.clause];
}

function hintsOf(specification: string): Readonly<Record<string, string>> {
  if (specification.startsWith('ISO 14289-1')) return ACCESSIBILITY;
  return /^ISO 19005-[23]\b/.test(specification) ? ARCHIVE : {};
}
