/** What the preview's layer looks like over any house style, in its colours where it has them. */
export const previewStyle = `
html { overflow-anchor: none; scroll-padding-top: 1rem; }
#preview, #preview-problems, .preview-note {
  font: 1rem/1.4 system-ui, sans-serif;
  color: var(--ink, CanvasText);
  background: var(--paper, Canvas);
  overflow-wrap: anywhere;
}
#preview p, #preview-problems p, .preview-note p { margin: 0 0 0.35rem; }
#preview a, #preview-problems a { color: inherit; display: inline-block; min-height: 1.5rem; }
.previewed > #preview {
  display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem;
  padding: 0.5rem 0; margin: 0 0 0.75rem; border-bottom: 3px double currentColor; z-index: 1;
}
.previewed > #preview p { margin: 0; }
.previewed > #preview #preview-says { flex: 1 1 16rem; }
@media (min-width: 40rem) and (min-height: 30rem) {
  html:has(> .previewed) { scroll-padding-top: 5.5rem; }
  .previewed > #preview { position: sticky; top: 0; }
}
#preview-problems details { border: 2px solid currentColor; padding: 0.5rem 0.75rem; margin: 0 0 1rem; }
#preview-problems summary { cursor: pointer; font-weight: 700; }
#preview-problems ul { list-style: none; margin: 0.5rem 0 0; padding: 0; }
#preview-problems li { margin: 0; padding: 0.5rem 0; border-top: 1px solid currentColor; }
#preview-problems .place, .preview-note .place { font-family: ui-monospace, monospace; font-size: 0.95em; }
.preview-note { border: 2px solid currentColor; border-left-width: 0.6rem; padding: 0.5rem 0.75rem; margin: 0 0 0.75rem; }
.preview-note.suggestion, .preview-note.warning { border-left-style: double; }
main#preview { max-width: 44rem; margin: 0 auto; padding: 1rem; }
.papers { list-style: none; padding: 0; }
.papers li { padding: 0.5rem 0; border-bottom: 1px solid currentColor; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
:root { color-scheme: light dark; }
@media print { #preview, #preview-problems, .preview-note { display: none; } }
`;
