import { expect, test } from 'vitest';
import { describePdf } from '../../src/finish/describe.ts';
import { dictionaries, finished, open, printing, reading, refusals } from './support.ts';

const print = printing();

const head = '<thead><tr><th scope="col">Indicator</th><th scope="col">2002/2003</th></tr></thead>';
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `<tr><th scope="row">Row ${n + 1}</th><td>${n + 100}</td></tr>`,
  ).join('');

test('a header that is repeated on every page is read once', async () => {
  const pdf = await finished(
    await print(
      `<h1>A</h1><table><caption>Table 1</caption>${head}<tbody>${rows(90)}</tbody><tfoot><tr><td>Source</td><td>SSI</td></tr></tfoot></table>`,
    ),
  );
  const { pages, reading: lines, unread } = await describePdf(pdf);
  expect(pages).toBeGreaterThanOrEqual(3);
  const said = lines.join('\n');
  for (const words of [
    'TH (Column): Indicator',
    'TH (Column): 2002/2003',
    'TD: Source',
    'TD: SSI',
    'TH (Row): Row 1\n',
    'TD: 189',
  ]) {
    expect(said.split(words).length - 1, words).toBe(1);
  }
  expect(said.match(/^ *TR$/gm)?.length).toBe(92);
  expect(unread.join('\n')).toContain('page 2, layout: Indicator 2002/2003 Source SSI');
  // The footer is read where the table ends.
  expect(unread.join('\n')).not.toContain(`page ${pages}, layout: Indicator 2002/2003 Source SSI`);
});

test('a cell that goes on over the page is read whole', async () => {
  const words = Array.from({ length: 900 }, (_, n) => `word${n + 1}`).join(' ');
  const said = await reading(
    await finished(
      await print(`<h1>A</h1><table>${head}<tr><th scope="row">Long</th><td>${words}</td></tr></table>`),
    ),
  );
  expect(said).toContain(`TD: ${words}`);
  expect(said.match(/Indicator/g)?.length).toBe(1);
});

test('cells say what they span and which headers they have, by identifiers that count in reading order', async () => {
  const file = await open(
    await finished(
      await print(
        `<h1>A</h1><table><tr><th scope="col">A</th><th scope="colgroup" colspan="2">B</th></tr><tr><th scope="row">C</th><td>1</td><td>2</td></tr></table>`,
      ),
    ),
  );
  const cells = dictionaries(file, 'S', 'TH').map((cell) => cell.toString().replace(/\s+/g, ' '));
  expect(cells[1]).toMatch(/\/ID \(id00001\).*\/Scope \/Column.*\/ColSpan 2/);
  expect(cells[2]).toMatch(/\/ID \(id00002\).*\/Scope \/Row/);
  const data = dictionaries(file, 'S', 'TD').map((cell) => cell.toString().replace(/\s+/g, ' '));
  expect(data[0]).toContain('/Headers [ (id00001) (id00002) ]');
});

test('empty cells are put back, so that columns do not slip', async () => {
  const columns = '<th scope="col">A</th><th scope="col">B</th><th scope="col">C</th>';
  const read = async (rows: string) => {
    const pdf = await print(`<h1>A</h1><table><caption>T</caption>${rows}</table>`);
    const lines = (await reading(await finished(pdf))).split('\n').slice(3);
    return lines.map((line) => line.replace(/ \((Column|Row)\)/, '').trim()).join(' ');
  };
  expect(
    await read(
      `<tr>${columns}</tr><tr><td>1</td><td></td><td>3</td></tr><tr><td></td><td>2</td><td></td></tr>`,
    ),
  ).toBe('TR TH: A TH: B TH: C TR TD: 1 TD TD: 3 TR TD TD: 2 TD');
  expect(
    await read(
      `<tr><td></td>${columns}</tr><tr><th scope="row">R</th><td></td><td>2</td><td></td></tr>
       <tr><th scope="row">S</th><td>1</td><td>2</td><td>3</td></tr>`,
    ),
  ).toBe('TR TD TH: A TH: B TH: C TR TH: R TD TD: 2 TD TR TH: S TD: 1 TD: 2 TD: 3');
});

test('a table without header cells is refused', async () => {
  expect(
    await refusals(
      await print(
        '<h1>A</h1><h2>Figures</h2><table><caption>Table 1</caption><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      ),
    ),
  ).toEqual(['finish/table-without-headers: A table on page 1, under “Figures”, has no header cells.']);
});
