/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** The library that changes one tree of HTML into another; a script of its own in the page. */
declare const Idiomorph: {
  morph(
    old: Element,
    next: Node[],
    options: {
      morphStyle: 'innerHTML';
      callbacks: {
        beforeNodeMorphed: (old: Node) => boolean;
        beforeAttributeUpdated: (name: string, node: Element) => boolean;
      };
    },
  ): unknown;
};

/** The script of the preview's pages, as text. */
export const previewScript = (): string => `(${inPage.toString()})();\n`;

/**
 * Runs in the page. It is sent there as text, so that it can use nothing from outside itself. It hears from the
 * program that the page has changed, fetches it and changes what is shown in place: the reader stays at the same
 * words, with the same focus and the same details open.
 */
function inPage(): void {
  const own = '#preview, #preview-problems';
  const layerOf = (page: Document): HTMLElement | null => page.getElementById('preview');
  const revisionOf = (page: Document): string => layerOf(page)?.dataset['revision'] ?? '';
  const say = (words: string): void => {
    const says = document.getElementById('preview-says');
    if (says && says.textContent !== words) says.textContent = words;
  };

  /** The part of the paper that is nearest to the top of the window, and how far it is from there. */
  const place = (): { id: string; top: number } | undefined => {
    const parts = [...document.querySelectorAll('body [id]')].flatMap((part) => {
      const { top, height } = part.getBoundingClientRect();
      return part.closest(own) || part.matches('.preview-note') || height === 0 ? [] : [{ id: part.id, top }];
    });
    return parts.sort((a, b) => Math.abs(a.top) - Math.abs(b.top))[0];
  };

  const bringHead = (next: Document): void => {
    document.title = next.title;
    const [old, made] = [document, next].map((page) => [...page.head.querySelectorAll('style')]);
    if (!old || !made) return;
    if (old.length !== made.length) {
      old.forEach((style) => style.remove());
      document.head.prepend(...made.map((style) => document.importNode(style, true)));
      return;
    }
    // Fonts stand in the styles: they are read again only where they are others.
    made.forEach((style, i) => {
      const before = old[i];
      if (before && before.textContent !== style.textContent) before.textContent = style.textContent;
    });
  };

  const show = (next: Document): void => {
    const before = window.scrollY > 0 ? place() : undefined;
    const focused = document.activeElement;
    // The nodes are taken out of the fetched page below.
    const words = next.getElementById('preview-says')?.textContent ?? '';
    bringHead(next);
    Idiomorph.morph(document.body, [...next.body.childNodes], {
      morphStyle: 'innerHTML',
      callbacks: {
        // What is read aloud is said once the page is there.
        beforeNodeMorphed: (old) => !(old instanceof Element && old.id === 'preview-says'),
        // A reader opens and closes details.
        beforeAttributeUpdated: (name, node) => !(name === 'open' && node instanceof HTMLDetailsElement),
      },
    });
    if (focused && focused !== document.body && !focused.isConnected)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    const after = before && document.getElementById(before.id);
    if (before && after)
      window.scrollBy({ top: after.getBoundingClientRect().top - before.top, behavior: 'instant' });
    say(words);
  };

  let fetching = false;
  let again = false;
  const refresh = async (): Promise<void> => {
    again = true;
    if (fetching) return;
    fetching = true;
    try {
      while (again) {
        again = false;
        const answer = await fetch(location.pathname, { cache: 'no-store' });
        if (answer.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        else if (answer.status === 404) say('This paper is not there any more.');
      }
    } catch {
      // The program has ended: the connection below says so.
    } finally {
      fetching = false;
    }
  };

  const address = layerOf(document)?.dataset['events'];
  if (address === undefined) return;
  let lost = false;
  const events = new EventSource(address);
  events.onmessage = ({ data }) => {
    if (lost || String(data) !== revisionOf(document)) void refresh();
    lost = false;
  };
  events.onerror = () => {
    lost = true;
    say('The preview has ended. This page is as it was then; start “scrutineer watch” again to go on.');
  };
}
