import type { CDPSession } from 'puppeteer-core/internal/api/CDPSession.js';
import { giveHints } from '../finish/give-hints.ts';
import type { Connection } from 'puppeteer-core/internal/cdp/Connection.js';
import { asPrinted, toHtml, type HtmlDocument } from '../render/document.ts';

/** What came of one printing. */
export interface Printed {
  pdf: Buffer;
  /** Addresses that the document asked for and was refused. */
  refused: string[];
}

/**
 * A page that stays loaded from paper to paper. Papers of one style differ in title, page CSS and body
 * only, so the fonts in the head are read once.
 */
export class KeptPage {
  /** The head and language that are loaded. */
  loaded: string | undefined;
  /** Settles when the page's own process has ended, which leaves every command unanswered. */
  readonly crashed: Promise<void>;
  readonly #session: CDPSession;
  readonly #frame: string;
  #refused: string[] = [];

  private constructor(session: CDPSession, frame: string) {
    this.#session = session;
    this.#frame = frame;
    this.crashed = new Promise((resolve) => session.once('Inspector.targetCrashed', () => resolve()));
    session.on('Fetch.requestPaused', ({ requestId, request }) => {
      this.#refused.push(request.url);
      // The page may be gone by now, and then there is nothing left to refuse.
      session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
    });
  }

  /** Takes over a blank page and locks it: no scripts, no requests. */
  static async open(connection: Connection, targetId: string): Promise<KeptPage> {
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    const session = connection.session(sessionId);
    if (session === null) throw new Error('The browser closed a new page.');
    const [{ frameTree }] = await Promise.all([
      session.send('Page.getFrameTree'),
      session.send('Emulation.setScriptExecutionDisabled', { value: true }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Inspector.enable'),
    ]);
    return new KeptPage(session, frameTree.frame.id);
  }

  static key({ language, head }: HtmlDocument): string {
    return `${language}\n${head}`;
  }

  /**
   * Loads what papers of a style share, while the first of them is still being composed.
   * @param blank a paper of the style without its words
   * @throws Error where the browser ends or refuses; the page is of no use then
   */
  async prepare(blank: HtmlDocument): Promise<void> {
    if (this.loaded !== KeptPage.key(blank)) await this.#load(blank);
  }

  /**
   * @param asked told when the browser knows all that it has to do
   * @throws Error where the browser ends or refuses; the page is of no use then
   */
  async print(document: HtmlDocument, asked?: () => void): Promise<Printed> {
    this.#refused = [];
    if (this.loaded === KeptPage.key(document)) {
      await this.#evaluate(`${swap}(${JSON.stringify([document.title, document.pageCss, document.body])})`);
    } else {
      await this.#load(document);
    }
    const printing = this.#session.send('Page.printToPDF', onPaper, unlimited);
    asked?.();
    const { data } = await printing;
    return { pdf: Buffer.from(data, 'base64'), refused: this.#refused };
  }

  async #load(document: HtmlDocument): Promise<void> {
    this.loaded = undefined;
    const html = toHtml({ ...asPrinted(document), head: document.head + hiddenOnScreen });
    // The page answers in order, so there is no need to wait between the two.
    await Promise.all([
      this.#session.send('Page.setDocumentContent', { frameId: this.#frame, html }, unlimited),
      this.#evaluate(`${settle}()`),
    ]);
    this.loaded = KeptPage.key(document);
  }

  async #evaluate(expression: string): Promise<void> {
    const asked = { expression, awaitPromise: true };
    const { exceptionDetails } = await this.#session.send('Runtime.evaluate', asked, unlimited);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
}

/** The page's own process has ended. */
export class PageCrashed extends Error {
  constructor() {
    super('the page crashed');
  }
}

/** A page did not finish within its time. */
export class TimeIsUp extends Error {
  readonly seconds: number;

  constructor(milliseconds: number) {
    super('time is up');
    this.seconds = milliseconds / 1000;
  }
}

/** Waits for something that a page does, but neither for ever nor for a page that is no more. */
export async function withinLimit<T>(page: KeptPage, work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const trouble = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeIsUp(milliseconds)), milliseconds);
    void page.crashed.then(() => reject(new PageCrashed()));
  });
  try {
    return await Promise.race([work, trouble]);
  } finally {
    clearTimeout(timer);
  }
}

const onPaper = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: false,
};

/** How long a whole paper may take is for the caller to say. */
const unlimited = { timeout: 0 };

/** Nobody looks at the page, so laying it out and painting it once more than on paper is lost time. */
const hiddenOnScreen = '<style>@media screen{body{display:none!important}}</style>';

/**
 * What was not laid out has asked for no fonts, and asking for them while printing is too late. A picture
 * that stands elsewhere is waited for as well, so that its being refused is known and can be told.
 */
const settle = `(() => {
  (${giveHints})();
  for (const face of document.fonts) if (face.status === 'unloaded') face.load().catch(() => 0);
  const refused = [...document.images].filter((image) => image.src && !image.src.startsWith('data:'));
  for (const image of refused) image.loading = 'eager';
  return Promise.all([document.fonts.ready, ...refused.map((image) => image.decode().catch(() => 0))]).then(() => 0);
})`;

/** The line ends are those of a whole file, so that a page loaded anew and one kept are the same. */
const swap = `(([title, css, body]) => {
  document.title = title;
  document.getElementById('this-paper').textContent = css;
  document.body.innerHTML = '\\n' + body + '\\n';
  return ${settle}();
})`;
