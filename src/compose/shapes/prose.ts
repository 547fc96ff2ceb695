import * as z from 'zod';
import { Prose } from '../../records/prose.ts';

/** An officer's prose; a template takes it as it takes words. */
export const prose = z.instanceof(Prose).meta({ templateShape: 'scalar' });
