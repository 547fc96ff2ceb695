import type { Comparison } from './compare.ts';

/** Changes for other programs. The shape is described in docs/changes.md. */
export function changesJson({ earlier, changes, setting, made, before, now }: Comparison): object {
  return {
    paper: made.report,
    style: made.style,
    since: {
      called: earlier.called,
      ...(earlier.edition === undefined ? {} : { edition: earlier.edition }),
      day: before.day,
    },
    day: now.day,
    changed: changes.changes.length > 0,
    changes: changes.changes,
    inThePaper: changes.paper,
    renumbered: changes.renumbered,
    setting,
  };
}
