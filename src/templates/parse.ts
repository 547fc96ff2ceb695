/** From a template's text to the tree of ast.ts, by Handlebars' own parser. */

import type * as ast from './ast.ts';
import { allOfHandlebars } from './handlebars.ts';

/** The tree of `source`. @throws what Handlebars throws for a template it cannot read; see syntax.ts. */
export function parse(source: string): ast.Program {
  return new Reader(source).program(allOfHandlebars().parse(source));
}

type HbsExpression = hbs.AST.Expression;
/** What mustaches, blocks and brackets have in common. */
interface Callable {
  path: hbs.AST.PathExpression | hbs.AST.Literal;
  params: HbsExpression[];
  hash?: hbs.AST.Hash | undefined;
  loc: hbs.AST.SourceLocation;
}

/** Handlebars leaves out what a template does not have, although its types promise it. */
function ifThere<T>(value: T): T | undefined {
  return value;
}

const isPath = (n: hbs.AST.Node): n is hbs.AST.PathExpression => n.type === 'PathExpression';
const isCall = (n: hbs.AST.Node): n is hbs.AST.SubExpression => n.type === 'SubExpression';
const isString = (n: hbs.AST.Node): n is hbs.AST.StringLiteral => n.type === 'StringLiteral';
const isNumber = (n: hbs.AST.Node): n is hbs.AST.NumberLiteral => n.type === 'NumberLiteral';
const isBoolean = (n: hbs.AST.Node): n is hbs.AST.BooleanLiteral => n.type === 'BooleanLiteral';
const isMustache = (n: hbs.AST.Node): n is hbs.AST.MustacheStatement => n.type === 'MustacheStatement';
const isBlock = (n: hbs.AST.Node): n is hbs.AST.BlockStatement => n.type === 'BlockStatement';
const isPartial = (n: hbs.AST.Node): n is hbs.AST.PartialStatement => n.type === 'PartialStatement';

const UNSUPPORTED: ReadonlyMap<string, readonly [what: string, instead: string]> = new Map([
  [
    'PartialBlockStatement',
    [
      'A partial with a body (`{{#> …}}`)',
      'Call the partial with `{{> name}}` and give it what it needs as `name=value`.',
    ],
  ],
  [
    'DecoratorBlock',
    ['A partial inside another template (`{{#*inline}}`)', 'Put it into a .hbs file of its own.'],
  ],
  ['Decorator', ['A decorator (`{{* …}}`)', 'Remove it.']],
]);

class Reader {
  private readonly lines: readonly string[];

  constructor(source: string) {
    this.lines = source.split(/\r\n?|\n/);
  }

  program(node: hbs.AST.Program | undefined): ast.Program {
    if (!node) return { body: [], blockParams: [] };
    return {
      body: node.body.flatMap((s) => this.statement(s)),
      blockParams: ifThere(node.blockParams) ?? [],
    };
  }

  private statement(node: hbs.AST.Statement): ast.Statement[] {
    const at = stretch(node.loc);
    if (isMustache(node)) {
      const bare = node.params.length === 0 && !ifThere(node.hash);
      return [
        { type: 'print', at, expr: bare ? this.callee(node.path) : this.call(node), raw: !node.escaped },
      ];
    }
    if (isBlock(node)) {
      const call = this.call(node);
      return [
        {
          type: 'block',
          call: { ...call, at: call.callee.at },
          program: this.program(ifThere(node.program)),
          inverse: this.program(ifThere(node.inverse)),
        },
      ];
    }
    if (isPartial(node)) {
      const name = isCall(node.name) ? this.call(node.name) : staticName(node.name);
      return [
        { type: 'partial', at, name, params: node.params.map((p) => this.expr(p)), hash: this.hash(node) },
      ];
    }
    const unsupported = UNSUPPORTED.get(node.type);
    return unsupported ? [{ type: 'unsupported', at, what: unsupported[0], instead: unsupported[1] }] : [];
  }

  private expr(node: HbsExpression): ast.Expr {
    const at = stretch(node.loc);
    if (isPath(node)) return this.path(node);
    if (isCall(node)) return this.call(node);
    if (isString(node) || isNumber(node) || isBoolean(node))
      return { type: 'literal', at, value: node.value };
    return { type: 'literal', at, value: node.type === 'NullLiteral' ? null : undefined };
  }

  private call(node: Callable): ast.CallExpr {
    return {
      type: 'call',
      at: stretch(node.loc),
      callee: this.callee(node.path),
      params: node.params.map((p) => this.expr(p)),
      hash: this.hash(node),
    };
  }

  private hash(node: { hash?: hbs.AST.Hash | undefined }): ast.HashPair[] {
    return (node.hash?.pairs ?? []).map((pair) => ({
      name: pair.key,
      at: stretch(pair.loc),
      value: this.expr(pair.value),
    }));
  }

  /** Handlebars takes `{{"a name"}}` and `{{12}}` for a field or helper of that name. */
  private callee(node: hbs.AST.PathExpression | hbs.AST.Literal): ast.PathExpr {
    if (isPath(node)) return this.path(node);
    const at = stretch(node.loc);
    const text = isString(node) || isNumber(node) || isBoolean(node) ? String(node.value) : literalName(node);
    return { type: 'path', at, text, data: false, depth: 0, segments: [{ name: text, at }], scoped: false };
  }

  private path(node: hbs.AST.PathExpression): ast.PathExpr {
    const at = stretch(node.loc);
    return {
      type: 'path',
      at,
      text: this.text(at) ?? node.original,
      data: node.data,
      depth: node.depth,
      segments: this.segments(node, at),
      scoped: /^(\.|this\b)/.test(node.original),
    };
  }

  private segments(node: hbs.AST.PathExpression, at: ast.Stretch): ast.Segment[] {
    const names = [...(this.text(at) ?? '').matchAll(/\[(?:\\\]|[^\]])*\]|[^./@[\]]+/g)];
    // `this` in front is a name in the text but not a part of the path.
    const skipped = names.length - node.parts.length;
    return node.parts.map((name, i) => {
      const match = names[i + skipped];
      if (!match || skipped < 0) return { name, at };
      const column = at.start.column + match.index;
      const { line } = at.start;
      return { name, at: { start: { line, column }, end: { line, column: column + match[0].length } } };
    });
  }

  private text(at: ast.Stretch): string | undefined {
    if (at.start.line !== at.end.line) return undefined;
    return this.lines[at.start.line - 1]?.slice(at.start.column, at.end.column);
  }
}

function stretch(loc: hbs.AST.SourceLocation): ast.Stretch {
  const { start, end } = loc;
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

function literalName(node: hbs.AST.Literal): string {
  return node.type === 'NullLiteral' ? 'null' : 'undefined';
}

function staticName(node: hbs.AST.Node & { original?: unknown }): {
  type: 'static';
  name: string;
  at: ast.Stretch;
} {
  const name = isNumber(node) ? String(node.value) : typeof node.original === 'string' ? node.original : '';
  return { type: 'static', name, at: stretch(node.loc) };
}
