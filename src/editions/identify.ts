import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { makeReport, openProject, styleOf, type Ready } from '../pipeline.ts';
import { isIdentifier } from '../records/names.ts';
import type { Plain } from '../records/read.ts';
import { toHtml } from '../render/document.ts';
import { travelledRecord } from '../travel/extract.ts';
import { readManifest, sha256, type Manifest } from '../travel/manifest.ts';
import type { TravellingRecord } from '../travel/record.ts';
import type { World } from '../world.ts';
import { isSame, type Edition } from './edition.ts';
import { editionsOf, issuedPapers, paperName, recordOf } from './store.ts';

/** What a paper says of itself. */
export interface Claim {
  paper: string;
  report: string;
  style: string;
  title: string;
  /** The day of the meeting, YYYY-MM-DD; undefined where the record does not say. */
  meeting: string | undefined;
}

/** What a file turned out to be. */
export type Finding =
  /** Byte for byte what was issued: these editions, the latest last. */
  | { kind: 'issued'; editions: Edition[]; latest: number }
  /** What the records and the style give now; never issued. */
  | { kind: 'current'; claim: Claim; editions: Edition[] }
  /** It says what an edition says, and is not the file that was issued. */
  | { kind: 'changed'; claim: Claim; edition: Edition }
  /** It was not cleared when it was made, or says something else than any edition: which records differ from the latest one's, if there is one. */
  | {
      kind: 'draft';
      claim: Claim;
      latest: Edition | undefined;
      differs: string[];
      asNow: boolean;
      uncleared?: string;
    }
  | { kind: 'foreign' };

/** Finds out which edition a file is, or what else it is. Nothing is printed for it. */
export async function identify(
  world: World,
  path: string,
): Promise<{ finding: Finding; diagnostics: Diagnostic[] }> {
  const bytes = world.files.read(path);
  const hash = sha256(bytes);
  const all = issuedPapers(world).map((paper) => editionsOf(world, paper));
  const issued = all
    .flatMap(({ editions }) => editions)
    .filter(({ outputs }) => Object.values(outputs).some((file) => file.sha256 === hash));
  const last = issued.at(-1);
  if (last) {
    const editions = issued.filter(({ paper }) => paper === last.paper);
    const latest = editionsOf(world, last.paper).editions.at(-1)?.number ?? last.number;
    return { finding: { kind: 'issued', editions, latest }, diagnostics: [] };
  }
  const record = await travelledRecord(bytes);
  // An edition that cannot be read may be the very one.
  const diagnostics = all.flatMap((paper) => paper.diagnostics);
  if (!record || !isIdentifier(record.report) || !isIdentifier(record.style))
    return { finding: { kind: 'foreign' }, diagnostics };
  return { finding: await claimed(world, { path, bytes, hash }, record), diagnostics };
}

interface Given {
  path: string;
  bytes: Uint8Array;
  hash: string;
}

async function claimed(world: World, given: Given, record: TravellingRecord): Promise<Finding> {
  const claim = claimOf(record);
  const { editions } = editionsOf(world, claim.paper);
  const now = await presentOf(world, record);
  if (now && record.draft === undefined && isPresent(world, given, claim, now))
    return { kind: 'current', claim, editions };
  // What says that it is a draft was none of them, whatever else it says.
  const same = [...(record.draft === undefined ? editions : [])]
    .reverse()
    .find((edition) => isSame(recordOf(world, claim.paper, edition.number).value, record));
  if (same) return { kind: 'changed', claim, edition: same };
  const latest = editions.at(-1);
  const before = latest && recordOf(world, claim.paper, latest.number).value;
  return {
    kind: 'draft',
    claim,
    latest,
    differs: before ? differing(before, record) : [],
    asNow: now !== undefined && isSame(now.record, record),
    ...(record.draft === undefined ? {} : { uncleared: record.draft }),
  };
}

/** What the project makes of the report now, where it is fit to be printed. */
async function presentOf(world: World, { report, style }: TravellingRecord): Promise<Ready | undefined> {
  const project = openProject(world, [report]);
  if (!project.records.present.has(`report/${report}`)) return undefined;
  return (await makeReport(project, report, style === styleOf(project, report) ? undefined : style)).ready;
}

/** Whether the file is what would be built now: the HTML itself, or a PDF that was built from what there is now. */
function isPresent(world: World, { path, bytes, hash }: Given, claim: Claim, now: Ready): boolean {
  if (sha256(toHtml(now.html)) === hash) return true;
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') return false;
  const built = join(world.root, 'out', claim.paper, `${claim.paper}.manifest.json`);
  return [built, path.replace(/\.pdf$/i, '.manifest.json')].some((file) => {
    const manifest = manifestAt(world, file);
    return (
      manifest !== undefined &&
      Object.values(manifest.outputs).some((output) => output.sha256 === hash) &&
      isDeepStrictEqual(manifest.inputs, { ...now.inputs })
    );
  });
}

function manifestAt(world: World, path: string): Manifest | undefined {
  try {
    return world.files.size(path) === undefined ? undefined : readManifest(world.files.read(path));
  } catch {
    return undefined;
  }
}

function claimOf({ report, style, records }: TravellingRecord): Claim {
  const paper = records[`report/${report}`];
  const review = records[`review/${textAt(paper, 'review')}`];
  const council = records[`council/${textAt(review, 'council')}`];
  const own = textAt(paper, 'style') || textAt(council, 'style');
  const meeting = textAt(paper, 'meeting');
  return {
    paper: paperName(report, style, own),
    report,
    style,
    title: textAt(paper, 'title'),
    meeting: /^\d{4}-\d{2}-\d{2}$/.test(meeting) ? meeting : undefined,
  };
}

function textAt(plain: Plain | undefined, key: string): string {
  if (typeof plain !== 'object' || Array.isArray(plain)) return '';
  const value = plain[key];
  return typeof value === 'string' ? value : '';
}

/** Records that only one of the two has, or that say something else in each. */
function differing(before: TravellingRecord, now: TravellingRecord): string[] {
  const names = new Set([...Object.keys(before.records), ...Object.keys(now.records)]);
  const records = [...names].filter((name) => !isSame(before.records[name], now.records[name])).sort();
  return before.style === now.style ? records : [...records, 'the house style'];
}
