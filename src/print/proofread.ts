import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { finish } from './finish.ts';
import { about, type PrintJob } from './job.ts';
import type { Printed } from './page.ts';
import { blocked, missingCharacter, noText } from './rules.ts';
import { findText } from './text.ts';

/**
 * The bytes as they go out, and what a reader would miss in them.
 * @throws Error where the bytes are no sound PDF
 */
export function proofread(job: PrintJob, { pdf, refused }: Printed): Result<Uint8Array> {
  const diagnostics = refused.map((address) => notFetched(job, address));
  const { glyphs, missing } = findText(pdf);
  if (glyphs === 0) return { value: undefined, diagnostics: [...diagnostics, textless(job)] };
  if (missing > 0) diagnostics.push(notDrawn(job, missing));
  return { value: finish(pdf, job.date), diagnostics };
}

function notFetched(job: PrintJob, address: string): Diagnostic {
  const message = `${job.id} asks for ${address}, which is not fetched.`;
  return about(
    job,
    blocked.at(undefined, message, 'Put the file into the style, or take it out of the paper.'),
  );
}

function textless(job: PrintJob): Diagnostic {
  const hint =
    'Check that the paper has text. If other papers come out without text too, this computer has no font: install one, such as Liberation Sans.';
  return about(job, noText.at(undefined, `The PDF of ${job.id} has no text.`, hint));
}

function notDrawn(job: PrintJob, missing: number): Diagnostic {
  const characters = missing === 1 ? 'One character' : `${missing} characters`;
  const hint =
    'Look for empty boxes in the PDF. Use another character, or add a font that has it to the style.';
  return about(
    job,
    missingCharacter.at(undefined, `${characters} of ${job.id} could not be drawn in any font.`, hint),
  );
}
