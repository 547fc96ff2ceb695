import { spawn } from 'node:child_process';

/** What opens an address in the browser that people use on a system. */
export function openerFor(platform: NodeJS.Platform, address: string): [command: string, args: string[]] {
  if (platform === 'win32') return ['explorer.exe', [address]];
  return [platform === 'darwin' ? 'open' : 'xdg-open', [address]];
}

/** Opens an address; settles with whether there was anything that does. */
export function openInBrowser(
  address: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const [command, args] = openerFor(platform, address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
