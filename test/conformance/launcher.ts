/**
 * Builds the Java launcher around veraPDF once, and finds it again afterwards.
 *
 * The build lies in a cache folder named by a hash of the sources: a change builds anew, and every other run calls
 * `java` directly.
 */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { run } from './process.ts';

/** The oldest Java that the launcher is compiled for. */
const JAVA_WANTED = 17;
const MAIN_CLASS = 'scrutineer.conformance.Main';

/** The validator cannot be had here, and why. This is no verdict on any file. */
export interface NotAvailable {
  available: false;
  reason: string;
}

/** How to call the launcher: `java` with these arguments, the launcher's own after them. */
export interface Launcher {
  available: true;
  java: string;
  args: readonly string[];
}

/** Builds the launcher if need be. Throws only when the launcher's own source does not compile. */
export async function findLauncher(root = projectRoot()): Promise<Launcher | NotAvailable> {
  const java = await findJava();
  if (typeof java !== 'string') return java;
  const built = await build(root);
  if (typeof built !== 'string') return built;
  const classpath = [join(built, 'classes'), join(built, 'lib', '*')].join(delimiter);
  // Short runs: the simple compiler and collector take half the time of the default ones.
  const args = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx1g', '-cp', classpath, MAIN_CLASS];
  return { available: true, java, args };
}

/** The version of veraPDF that the launcher is built with. */
export async function verapdfVersion(root: string): Promise<string> {
  const pom = await readFile(join(root, 'test', 'conformance', 'pom.xml'), 'utf8');
  const version = /<verapdf\.version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new Error('test/conformance/pom.xml names no verapdf.version.');
  return version;
}

/** The nearest folder above the working folder that holds this gate: npm runs scripts in the project's root. */
export function projectRoot(from = process.cwd()): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'test', 'conformance', 'pom.xml'))) return folder;
    if (folder === dirname(folder))
      throw new Error('Run this inside the project: test/conformance was not found.');
  }
}

/** The program to call: that of JAVA_HOME, else the one on the PATH, if it is new enough. */
export async function findJava(): Promise<string | NotAvailable> {
  const home = process.env['JAVA_HOME'];
  for (const java of [...(home ? [join(home, 'bin', 'java')] : []), 'java']) {
    const told = await run(java, ['-version']);
    const major = /version "(\d+)/.exec(told?.stderr ?? '')?.[1];
    if (major !== undefined && Number(major) >= JAVA_WANTED) return java;
  }
  return notAvailable(
    `Java ${JAVA_WANTED} or newer was not found. Install a JDK of at least that version, or point JAVA_HOME at one.`,
  );
}

/** Returns the folder with `classes/` and `lib/`. */
async function build(root: string): Promise<string | NotAvailable> {
  const source = join(root, 'test', 'conformance');
  const cache = join(root, 'node_modules', '.cache', 'scrutineer-conformance');
  const folder = join(cache, await hashOf(source));
  if (existsSync(folder)) return folder;

  // Built aside and renamed, so that a second run at the same time never sees half a build.
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'building-'));
  try {
    const failure = await compile(join(source, 'pom.xml'), aside);
    if (failure !== undefined) return failure;
    await rename(aside, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** First from what Maven already has, which needs no network; then with the package registry. */
async function compile(pom: string, target: string): Promise<NotAvailable | undefined> {
  let output = '';
  for (const mode of [['--offline'], []]) {
    const ended = await run('mvn', [
      ...mode,
      '--quiet',
      '--batch-mode',
      '-Dstyle.color=never',
      '--file',
      pom,
      `-Dbuild.folder=${target}`,
      'compile',
    ]);
    if (ended === undefined) {
      return notAvailable('Maven (mvn) was not found. Install it: it fetches the validator once.');
    }
    if (ended.code === 0) return undefined;
    output = ended.stdout + ended.stderr;
    if (output.includes('No compiler is provided')) {
      return notAvailable('Maven found a Java without a compiler. Install a JDK, or point JAVA_HOME at one.');
    }
    if (output.includes('COMPILATION ERROR')) {
      throw new Error(`The launcher in test/conformance does not compile:\n${output.trim()}`);
    }
  }
  return notAvailable(
    `Maven could not get the validator from the package registry. Check its settings and the network. ` +
      `Maven says: ${firstError(output)}`,
  );
}

function firstError(output: string): string {
  const line = stripVTControlCharacters(output)
    .split('\n')
    .find((text) => text.startsWith('[ERROR]'));
  return (
    (line ?? output)
      .replace(/^\[ERROR\]|-> \[Help 1\]$/g, '')
      .trim()
      .slice(0, 400) || 'nothing.'
  );
}

async function hashOf(source: string): Promise<string> {
  const java = join(source, 'src', 'main', 'java', 'scrutineer', 'conformance');
  const sources = (await readdir(java)).filter((name) => name.endsWith('.java')).sort();
  const hash = createHash('sha256');
  for (const file of [join(source, 'pom.xml'), ...sources.map((name) => join(java, name))]) {
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function notAvailable(reason: string): NotAvailable {
  return { available: false, reason };
}
