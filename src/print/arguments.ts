/** What the switches depend on. */
export interface ArgumentsFor {
  platform: NodeJS.Platform;
  /** Path of the program: a headless shell knows one headless mode, a full browser two. */
  program: string;
  /** A folder of this run's own. */
  profile: string;
  /** Chromium refuses to be sandboxed for root, and cannot be in some containers. */
  sandbox: boolean;
}

/** Switches for a browser that prints the same everywhere, reaches nothing and leaves nothing behind. */
export function browserArguments({ platform, program, profile, sandbox }: ArgumentsFor): string[] {
  return [
    isHeadlessShell(program) ? '--headless' : '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    ...nothingReachable,
    ...sameEverywhere,
    ...quiet,
    ...(isHeadlessShell(program) ? light : []),
    ...(platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
    ...(sandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ];
}

export function isHeadlessShell(program: string): boolean {
  return /headless[-_]shell/i.test(program) || /[\\/]chromium-[\d.]+-\d+[\\/]chromium$/.test(program);
}

/** A second lock: the pages refuse every request before it gets here. */
const nothingReachable = [
  // Port 9 is "discard"; loopback has to be named, because proxies do not apply to it otherwise.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

const sameEverywhere = [
  '--lang=en-GB',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--disable-lcd-text',
  '--disable-gpu',
  '--disable-field-trial-config',
];

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-hang-monitor',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,MediaRouter,OptimizationHints,InterestFeedContentSuggestions',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--mute-audio',
];

/**
 * A headless shell does without what it starts for people who browse: a profile on disk, a process for the network,
 * which is not reached anyway, and processes that part one site from another. It is ready in three quarters of the time.
 */
const light = [
  '--incognito',
  '--enable-features=NetworkServiceInProcess2',
  '--disable-site-isolation-trials',
];
