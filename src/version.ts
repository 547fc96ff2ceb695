import about from '../package.json' with { type: 'json' };

/** Scrutineer's own version, as its package says. */
export const version: string = about.version;
