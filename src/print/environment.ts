import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnpackedBrowser } from './embedded.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the browser. What a PDF must not depend on is fixed: time zone, language, the fonts of the machine. */
export function childEnvironment(
  env: Environment,
  folder: string,
  unpacked: UnpackedBrowser | undefined,
): Environment {
  const own: Record<string, string | undefined> = { ...env, TZ: 'UTC' };
  if (process.platform !== 'win32') Object.assign(own, { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' });
  // The browser leaves files in the temporary folder when it is ended; this one goes with it. A full
  // browser opens a socket there, and the path of a socket may not be long.
  if (process.platform === 'linux' && folder.length < 55) own['TMPDIR'] = folder;
  if (unpacked !== undefined) {
    const config = join(folder, 'fonts.conf');
    writeFileSync(config, fontConfiguration(unpacked));
    const libraries = [unpacked.libraries, env['LD_LIBRARY_PATH']].filter(
      (part) => part !== undefined && part !== '',
    );
    const home = join(folder, 'home');
    mkdirSync(home);
    Object.assign(own, {
      LD_LIBRARY_PATH: libraries.join(':'),
      FONTCONFIG_FILE: config,
      FONTCONFIG_PATH: folder,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
    });
  }
  return own;
}

/** Only fonts that come with the browser: a machine's own would move line breaks, and none would lose text. */
function fontConfiguration({ fonts, fontCache }: UnpackedBrowser): string {
  const escaped = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(fonts)}</dir>
  <cachedir>${escaped(fontCache)}</cachedir>
</fontconfig>
`;
}
