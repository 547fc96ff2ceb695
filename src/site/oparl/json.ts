import { posix } from 'node:path';

/** A value of JSON in which a place on the site may still stand for its address. */
export type Data = string | number | boolean | Ref | readonly Data[] | { readonly [name: string]: Data };

/** An object of the model: its own place is its `id`. */
export type Thing = { readonly id: Ref; readonly type: string } & { readonly [name: string]: Data };

/** A place on the site, from its own folder. */
export class Ref {
  readonly place: string;

  constructor(place: string) {
    this.place = place;
  }

  /**
   * The address of the place: whole where the site's own address is known, else the way to it from another place.
   * @param base with a slash at its end
   */
  from(place: string, base: string | undefined): string {
    const encoded = this.place.split('/').map(encodeURIComponent).join('/');
    return base === undefined ? posix.relative(posix.dirname(place), encoded) : `${base}${encoded}`;
  }
}

/** Plain JSON. */
export type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain };

/** With every place as its address, as it is written at one place. */
export function resolved(data: Data, place: string, base: string | undefined): Plain {
  if (data instanceof Ref) return data.from(place, base);
  if (isList(data)) return data.map((item) => resolved(item, place, base));
  if (typeof data === 'object')
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, resolved(value, place, base)]),
    );
  return data;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}
