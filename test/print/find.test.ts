import { expect, test } from 'vitest';
import { findBrowsers, placesToTry, type Machine } from '../../src/print/find.ts';

function machine(change: Partial<Machine> & { has?: string[] }): Machine {
  const { has = [], ...rest } = change;
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    packed: undefined,
    exists: (path) => has.includes(path),
    ...rest,
  };
}

const loader = '/lib64/ld-linux-x86-64.so.2';
const packed = '/app/node_modules/@sparticuz/chromium/bin/chromium.br';
const paths = (of: Machine, given?: string) =>
  [...(findBrowsers(of, given).value ?? [])].map((place) => place.path);

test('the embedded browser comes before the ones of the system on Linux', () => {
  const linux = machine({ packed, env: { PATH: '/usr/bin' }, has: [packed, loader, '/usr/bin/chromium'] });
  expect([...(findBrowsers(linux).value ?? [])]).toEqual([
    { origin: 'embedded', name: 'the embedded browser', path: packed },
    { origin: 'system', name: 'Chromium', path: '/usr/bin/chromium' },
  ]);
});

test('the embedded browser is passed over on other processors, on other C libraries and where it is turned off', () => {
  const has = [packed, loader, '/usr/bin/chromium'];
  const env = { PATH: '/usr/bin' };
  const system = ['/usr/bin/chromium'];
  expect(paths(machine({ packed, env, has, arch: 'arm64' }))).toEqual(system);
  expect(paths(machine({ packed, env, has: has.filter((path) => path !== loader) }))).toEqual(system);
  expect(paths(machine({ packed, env: { ...env, SCRUTINEER_NO_EMBEDDED: '1' }, has }))).toEqual(system);
});

test('on Linux headless shells come before full browsers, Chrome before Edge before Chromium', () => {
  const has = ['chromium', 'microsoft-edge', 'google-chrome', 'chrome-headless-shell'].map(
    (name) => `/usr/bin/${name}`,
  );
  expect(paths(machine({ env: { PATH: '/usr/local/bin:/usr/bin' }, has }))).toEqual([...has].reverse());
});

test('on Windows Chrome comes before Edge, whichever folder it is in and however Path is spelt', () => {
  const env = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\clerk\\AppData\\Local',
    Path: 'C:\\Windows;D:\\Tools',
  };
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const chrome = 'C:\\Users\\clerk\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
  const tool = 'D:\\Tools\\msedge.exe';
  expect(paths(machine({ platform: 'win32', env, has: [tool, edge, chrome] }))).toEqual([chrome, edge, tool]);
});

test('on a Mac the applications of the machine and of the person are looked at', () => {
  const mine = '/Users/clerk/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
  const mac = machine({
    platform: 'darwin',
    arch: 'arm64',
    env: { HOME: '/Users/clerk' },
    has: [edge, mine],
  });
  expect(paths(mac)).toEqual([mine, edge]);
});

test('a browser that was chosen is the only one tried', () => {
  const has = [packed, loader, '/opt/mine', '/opt/other'];
  expect(paths(machine({ packed, has, env: { SCRUTINEER_BROWSER: '/opt/mine' } }))).toEqual(['/opt/mine']);
  expect(paths(machine({ packed, has, env: { SCRUTINEER_BROWSER: '/opt/mine' } }), '/opt/other')).toEqual([
    '/opt/other',
  ]);
});

test('a chosen browser that is missing is said, and no other takes its place', () => {
  const { value, diagnostics } = findBrowsers(
    machine({ packed, has: [packed, loader], env: { SCRUTINEER_BROWSER: '/opt/gone' } }),
  );
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ rule: 'print/browser-missing', severity: 'machine' }]);
  expect(diagnostics[0]?.message).toContain('/opt/gone');
  expect(diagnostics[0]?.hint).toContain('SCRUTINEER_BROWSER');
});

test.each([
  [
    'linux',
    'apt-get install chromium',
    ['@sparticuz/chromium', '/opt/google/chrome/chrome', 'chromium-browser'],
  ],
  ['win32', 'winget install', ['Linux on x64 only', 'msedge.exe']],
  ['darwin', 'brew install', ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']],
] as const)(
  'with no browser on %s the places are named and the command that mends it',
  (platform, command, places) => {
    const bare = machine({ platform, env: { PROGRAMFILES: 'C:\\Program Files' } });
    const { value, diagnostics } = findBrowsers(bare);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule: 'print/no-browser', severity: 'machine' }]);
    for (const place of places) expect(diagnostics[0]?.message).toContain(place);
    expect(diagnostics[0]?.hint).toContain(command);
  },
);

test('relative folders of PATH are not searched', () => {
  const tried = placesToTry(machine({ env: { PATH: '.::bin:/usr/bin' } })).map((place) => place.path);
  expect(tried.filter((path) => !path.startsWith('/'))).toEqual([]);
});
