import { join } from 'node:path';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import { browserArguments } from './arguments.ts';
import { startChild, type Child } from './child.ts';
import { embeddedPackage, unpackedAlready, type UnpackedBrowser } from './embedded.ts';
import { childEnvironment, type Environment } from './environment.ts';
import type { BrowserPlace } from './find.ts';
import { KeptPage } from './page.ts';
import { PipeTransport } from './transport.ts';
import { makeWorkFolder } from './work-folder.ts';

/** A browser as people ask after it. */
export interface BrowserDetails extends BrowserPlace {
  /** The program that runs: for the embedded browser the unpacked one. */
  program: string;
  /** As it names itself, e.g. `HeadlessChrome/147.0.7727.24`. */
  version: string;
  pid: number;
}

const startingTime = 30_000;
/** A browser that takes this long over a small thing hangs. */
const answerTime = 30_000;

/** A running browser and the way to talk to it. */
export class Browser {
  readonly details: BrowserDetails;
  /** False as soon as the process has ended or the line to it is cut. */
  alive = true;
  /** Pages lent out or being opened. */
  inUse = 0;
  /** Jobs begun, by which its owner decides when it is to be replaced. */
  jobs = 0;
  /** Finishes what it has in hand, and is given nothing new. */
  retired = false;
  readonly #child: Child;
  readonly #connection: Connection;
  #firstPage: KeptPage | undefined;

  private constructor(details: BrowserDetails, child: Child, connection: Connection, firstPage: KeptPage) {
    this.details = details;
    this.#firstPage = firstPage;
    this.#child = child;
    this.#connection = connection;
    void child.ended.then(() => (this.alive = false));
    // Before the transport listens, so that whoever hears of a failed command can ask why.
    child.answers.prependListener('close', () => (this.alive = false));
  }

  /**
   * Starts a browser. When the program is at hand, its process is spawned before this function first
   * waits, so that it starts up while puppeteer is loaded.
   * @throws Error with a reason in words that fits into a sentence
   */
  static async launch(place: BrowserPlace, env: Environment, signal: AbortSignal): Promise<Browser> {
    const unpacked =
      place.origin === 'embedded' ? (unpackedNow(env) ?? (await unpackNow(env, signal))) : undefined;
    signal.throwIfAborted();
    const folder = makeWorkFolder(env);
    const program = unpacked?.program ?? place.path;
    const args = browserArguments({
      platform: process.platform,
      program,
      profile: join(folder, 'profile'),
      sandbox: process.getuid?.() !== 0 && !isOn(env['SCRUTINEER_NO_SANDBOX']),
    });
    const child = startChild(program, args, childEnvironment(env, folder, unpacked), folder);
    const ending = () => void child.end();
    signal.addEventListener('abort', ending);
    const timer = setTimeout(ending, startingTime);
    try {
      const { Connection } = await import('puppeteer-core/internal/cdp/Connection.js');
      // A browser that was ended meanwhile has closed its line before anybody listened, and would never answer.
      signal.throwIfAborted();
      const connection = new Connection('', new PipeTransport(child.commands, child.answers), 0, answerTime);
      const [page, { product }] = await Promise.all([
        firstTarget(connection).then((target) => KeptPage.open(connection, target)),
        connection.send('Browser.getVersion'),
      ]);
      const details = { ...place, program, version: product, pid: child.pid };
      return new Browser(details, child, connection, page);
    } catch (error) {
      await child.end();
      throw new Error(whyItEnded(await child.ended, error), { cause: error });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', ending);
    }
  }

  /** A page that nothing was printed on yet. */
  async openPage(): Promise<KeptPage> {
    const first = this.#firstPage;
    this.#firstPage = undefined;
    if (first !== undefined) return first;
    const { targetId } = await this.#connection.send('Target.createTarget', { url: 'about:blank' });
    return KeptPage.open(this.#connection, targetId);
  }

  /** Ends the process at once: its profile is thrown away, so there is nothing to wait for. */
  async close(): Promise<void> {
    this.alive = false;
    await this.#child.end();
  }
}

/** Every browser opens with one page; a full one may still be about to. */
async function firstTarget(connection: Connection): Promise<string> {
  const { targetInfos } = await connection.send('Target.getTargets');
  const page = targetInfos.find((target) => target.type === 'page');
  if (page !== undefined) return page.targetId;
  return (await connection.send('Target.createTarget', { url: 'about:blank' })).targetId;
}

function unpackedNow(env: Environment): UnpackedBrowser | undefined {
  const found = embeddedPackage();
  return found && unpackedAlready(found, env);
}

async function unpackNow(env: Environment, signal: AbortSignal): Promise<UnpackedBrowser> {
  const found = embeddedPackage();
  if (found === undefined) throw new Error('its package is not installed');
  try {
    const { unpack } = await import('./unpack.ts');
    return await unpack(found, env, signal);
  } catch (error) {
    throw new Error(`it could not be unpacked (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    });
  }
}

/** One line of what the browser said before it ended, without its time stamps. */
function whyItEnded(said: string, error: unknown): string {
  if (/no usable sandbox/i.test(said)) return noSandbox;
  const lines = said.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim());
  const telling =
    lines.find((line) => /error|cannot|fail|ENOENT|EACCES/i.test(line)) ?? lines.find((l) => l !== '');
  if (telling !== undefined) return `it said “${telling}”`;
  const closed = error instanceof Error && /closed/i.test(error.message);
  return closed || !(error instanceof Error)
    ? 'it ended, or did not answer, without saying why'
    : error.message;
}

const noSandbox =
  'this system does not let it build its sandbox (mend it with “sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0”, or set SCRUTINEER_NO_SANDBOX=1 inside a container)';

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
