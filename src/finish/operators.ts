import { matrixOf, number } from './matrix.ts';
import { isList, isName, type Operation } from './operands.ts';
import type { Scanner } from './scan.ts';

type Taker = (scanner: Scanner, operation: Operation) => void;

const constructs: Taker = (scanner, operation) => scanner.construct(operation);
const paints: Taker = (scanner, operation) => scanner.endPath(operation, true);
const clips: Taker = (scanner) => scanner.clip();
const opens: Taker = (scanner, operation) => scanner.mark(operation);

/** What the operators do that matter here (ISO 32000-1, annex A). */
export const takers = new Map<string, Taker>(
  Object.entries({
    ...Object.fromEntries(['m', 'l', 'c', 'v', 'y', 'h', 're'].map((operator) => [operator, constructs])),
    ...Object.fromEntries(
      ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*'].map((operator) => [operator, paints]),
    ),
    n: (scanner, operation) => scanner.endPath(operation, false),
    W: clips,
    'W*': clips,
    q: (scanner) => scanner.save(),
    Q: (scanner) => scanner.restore(),
    cm: (scanner, operation) => scanner.transform(operation),
    BMC: opens,
    BDC: opens,
    EMC: (scanner) => scanner.close(),
    Do: (scanner, operation) => {
      const [name] = operation.operands;
      scanner.drawPicture(operation, isName(name) ? name.name : '');
    },
    BI: (scanner, operation) => scanner.drawPicture(operation, undefined),
    sh: (scanner, { start, end }) => void scanner.draw('path', start, end),
    BT: (scanner, { start }) => scanner.beginText(start),
    ET: (scanner, { end }) => scanner.endText(end),
    Tf: (scanner, { operands: [font, size] }) =>
      scanner.chooseFont(isName(font) ? font.name : undefined, number(size)),
    TL: (scanner, { operands }) => scanner.lead(number(operands[0])),
    Tm: (scanner, { operands }) => scanner.place(matrixOf(operands)),
    TD: (scanner, { operands }) => {
      scanner.lead(-number(operands[1]));
      scanner.move(number(operands[0]), number(operands[1]));
    },
    Td: (scanner, { operands }) => scanner.move(number(operands[0]), number(operands[1])),
    'T*': (scanner) => scanner.move(),
    "'": (scanner, operation) => {
      scanner.move();
      scanner.show(operation, operation.operands);
    },
    '"': (scanner, operation) => {
      scanner.move();
      scanner.show(operation, operation.operands.slice(-1));
    },
    Tj: (scanner, operation) => scanner.show(operation, operation.operands),
    TJ: (scanner, operation) =>
      scanner.show(operation, isList(operation.operands[0]) ? operation.operands[0] : []),
  } satisfies Record<string, Taker>),
);
