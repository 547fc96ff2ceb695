import { posix, win32, type PlatformPath } from 'node:path';
import type { Result } from '../diagnostics/diagnostic.ts';
import { browserMissing, noBrowser } from './rules.ts';

/** How a browser was come by: chosen by a person, out of our own package, or installed on the machine. */
export type Origin = 'given' | 'embedded' | 'system';

export interface BrowserPlace {
  origin: Origin;
  /** As people call it, e.g. `Microsoft Edge`. */
  name: string;
  /** The program; for the embedded browser the packed file that it is inflated from. */
  path: string;
}

/** All that finding depends on, so that it can be tried for machines other than this one. */
export interface Machine {
  platform: NodeJS.Platform;
  arch: string;
  env: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
  /** The packed browser of the embedded package, where that package is installed. */
  packed: string | undefined;
}

/** The loader that the embedded program names; absent on systems with another C library. */
const linuxLoader = '/lib64/ld-linux-x86-64.so.2';

/**
 * The browsers to try, best first. A browser that was chosen by a person is the only one, and it must
 * exist: a silent substitute could print something else than was asked for.
 */
export function findBrowsers(machine: Machine, given?: string): Result<Iterable<BrowserPlace>> {
  const chosen = given ?? variable(machine, 'SCRUTINEER_BROWSER');
  if (chosen !== undefined) {
    const by = given === undefined ? 'SCRUTINEER_BROWSER' : '--browser';
    if (machine.exists(chosen)) {
      return {
        value: [{ origin: 'given', name: `the browser that ${by} names`, path: chosen }],
        diagnostics: [],
      };
    }
    const message = `There is no browser at ${chosen}, which ${by} names.`;
    const hint = `Put the right path into ${by}, or leave it out to use the browser that comes with Scrutineer.`;
    return { value: undefined, diagnostics: [browserMissing.at(undefined, message, hint)] };
  }
  const found = existing(machine);
  const best = found.next();
  if (best.done !== true) return { value: onceMore(best.value, found), diagnostics: [] };
  const message = `No browser was found to print with. Looked at: ${placesInWords(machine).join('; ')}.`;
  return { value: undefined, diagnostics: [noBrowser.at(undefined, message, mending(machine))] };
}

/** Mostly the first one starts, and then nobody need know whether the others exist. */
function* existing(machine: Machine): Generator<BrowserPlace, undefined> {
  for (const places of [embeddedPlace, installed, onPath]) {
    for (const place of places(machine)) if (machine.exists(place.path)) yield place;
  }
  return undefined;
}

function* onceMore<T>(first: T, others: Iterable<T>): Generator<T> {
  yield first;
  yield* others;
}

/** Every place that is tried on this machine, in order, whether or not a browser is there. */
export function placesToTry(machine: Machine): BrowserPlace[] {
  return [embeddedPlace, installed, onPath].flatMap((places) => places(machine));
}

/** The places tried, as a list that a person can read: the folders of PATH make one entry. */
export function placesInWords(machine: Machine): string[] {
  const [embedded] = embeddedPlace(machine);
  return [
    embedded ? `the browser that comes with Scrutineer (${embedded.path})` : withoutEmbedded(machine),
    ...installed(machine).map((place) => place.path),
    `in the folders of PATH: ${commands(machine)
      .map(([command]) => command)
      .join(', ')}`,
  ];
}

function embeddedPlace(machine: Machine): BrowserPlace[] {
  if (machine.platform !== 'linux' || machine.arch !== 'x64' || machine.packed === undefined) return [];
  if (isSet(variable(machine, 'SCRUTINEER_NO_EMBEDDED')) || !machine.exists(linuxLoader)) return [];
  return [{ origin: 'embedded', name: 'the embedded browser', path: machine.packed }];
}

function withoutEmbedded(machine: Machine): string {
  const none = 'the browser that comes with Scrutineer';
  if (machine.platform !== 'linux' || machine.arch !== 'x64') return `${none} (for Linux on x64 only)`;
  if (isSet(variable(machine, 'SCRUTINEER_NO_EMBEDDED')))
    return `${none} (turned off by SCRUTINEER_NO_EMBEDDED)`;
  if (machine.packed === undefined) return `${none} (its package @sparticuz/chromium is not installed)`;
  return `${none} (it needs the GNU C library, ${linuxLoader})`;
}

type Names = readonly (readonly [file: string, name: string])[];

const macApplications: Names = [
  ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Google Chrome'],
  ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'Microsoft Edge'],
  ['Chromium.app/Contents/MacOS/Chromium', 'Chromium'],
];

const windowsPrograms: Names = [
  ['Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
  ['Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
  ['Chromium\\Application\\chrome.exe', 'Chromium'],
];

const linuxPrograms: Names = [
  ['/opt/google/chrome/chrome', 'Google Chrome'],
  ['/opt/microsoft/msedge/msedge', 'Microsoft Edge'],
  ['/usr/lib/chromium/chromium', 'Chromium'],
  ['/snap/bin/chromium', 'Chromium'],
];

function installed(machine: Machine): BrowserPlace[] {
  const system = (path: string, name: string): BrowserPlace => ({ origin: 'system', name, path });
  const under = (folders: (string | undefined)[], names: Names, paths: PlatformPath) =>
    names.flatMap(([file, name]) =>
      folders.flatMap((folder) => (folder === undefined ? [] : [system(paths.join(folder, file), name)])),
    );
  if (machine.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
      variable(machine, name),
    );
    return under([...new Set(folders)], windowsPrograms, win32);
  }
  if (machine.platform === 'darwin') {
    const home = variable(machine, 'HOME');
    const folders = ['/Applications', home === undefined ? undefined : posix.join(home, 'Applications')];
    return under(folders, macApplications, posix);
  }
  return linuxPrograms.map(([path, name]) => system(path, name));
}

/** Headless shells come first: they start in a third of the time of a full browser. */
function commands(machine: Machine): Names {
  const shell = [
    ['chrome-headless-shell', 'chrome-headless-shell'],
    ['chromium-headless-shell', 'chrome-headless-shell'],
  ] as const;
  if (machine.platform === 'win32') {
    const windows = [
      ['chrome-headless-shell.exe', 'chrome-headless-shell'],
      ['chrome.exe', 'Google Chrome'],
      ['msedge.exe', 'Microsoft Edge'],
    ] as const;
    return windows;
  }
  return [
    ...shell,
    ['google-chrome-stable', 'Google Chrome'],
    ['google-chrome', 'Google Chrome'],
    ['microsoft-edge-stable', 'Microsoft Edge'],
    ['microsoft-edge', 'Microsoft Edge'],
    ['chromium', 'Chromium'],
    ['chromium-browser', 'Chromium'],
  ];
}

function onPath(machine: Machine): BrowserPlace[] {
  const paths = machine.platform === 'win32' ? win32 : posix;
  // A relative folder would let a file in the project pose as the browser.
  const folders = (variable(machine, 'PATH') ?? '')
    .split(paths.delimiter)
    .filter((folder) => paths.isAbsolute(folder));
  return commands(machine).flatMap(([command, name]) =>
    folders.map((folder): BrowserPlace => ({ origin: 'system', name, path: paths.join(folder, command) })),
  );
}

function mending(machine: Machine): string {
  if (machine.platform === 'win32') return 'Install a browser: winget install Google.Chrome';
  if (machine.platform === 'darwin') return 'Install a browser: brew install --cask google-chrome';
  if (isSet(variable(machine, 'SCRUTINEER_NO_EMBEDDED')))
    return 'Use the browser that comes with Scrutineer: unset SCRUTINEER_NO_EMBEDDED';
  const embeddable = machine.arch === 'x64' && machine.exists(linuxLoader);
  if (embeddable && machine.packed === undefined) return 'Install Scrutineer’s packages again: npm ci';
  return 'Install a browser: sudo apt-get install chromium';
}

/** Windows spells names of variables in any case (`Path`), and a copy of its environment no longer forgives that. */
function variable(machine: Machine, name: string): string | undefined {
  const exact = machine.env[name];
  if (exact !== undefined || machine.platform !== 'win32') return exact === '' ? undefined : exact;
  const spelt = Object.keys(machine.env).find((key) => key.toUpperCase() === name);
  return spelt === undefined ? undefined : machine.env[spelt];
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
