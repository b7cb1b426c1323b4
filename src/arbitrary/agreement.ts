import type { EventForm, Path } from '../define/index.ts';
import { setMode } from '../fixture/index.ts';
import { constraintsOf } from './constraints.ts';
import type { Overrides } from './compile.ts';
import type { Schema } from './kinds.ts';
import type { Node } from './node.ts';
import type { Settling } from './node-arbitrary.ts';
import { constantNode } from './nodes/constant.ts';
import { regexNode } from './nodes/regex.ts';

type Json = { [Key: string]: unknown };

/** What an event's fields agree on that no schema says: test mode in every id, and times in order. */
export interface Agreement {
  /** Nodes that draw ids and flags of one mode. */
  readonly overrides: Overrides;
  readonly settling: Settling<object>;
}

/** The agreement that the events of a form keep to. */
export function agreementOf({ envelope, shape }: EventForm, schema: Schema): Agreement {
  const { mode, paths } = envelope;
  const times = [
    ...[shape.times.created, shape.times.updated].flatMap((field) =>
      field === undefined ? [] : [[...paths.object, field]],
    ),
    ...(paths.createdAt === undefined ? [] : [paths.createdAt]),
  ] as Path[];
  const settle = (event: object): object => {
    if (times.length > 1) sortTimes(event as Json, times);
    return event;
  };
  const repair = (event: object): object => {
    const copy = structuredClone(event) as Json;
    if (mode !== undefined) setMode(copy, mode, copy[mode.field] === true);
    return settle(copy);
  };
  return {
    overrides: mode === undefined ? new Map() : modeNodes(schema, mode),
    settling: {
      settle,
      repair,
      alike(event, other) {
        if (mode === undefined) return event;
        const flag = (other as Json)[mode.field];
        return (event as Json)[mode.field] === flag ? event : repair({ ...event, [mode.field]: flag });
      },
    },
  };
}

/** Puts the times at some paths in order, the earliest first. */
function sortTimes(event: Json, paths: readonly Path[]): void {
  for (const [index, path] of paths.entries())
    for (let later = index + 1; later < paths.length; later++) putInOrder(event, path, paths[later]!);
}

/** Exchanges the times at two paths where the first is the later one; a number becomes what a text beside it says. */
function putInOrder(event: Json, first: Path, second: Path): void {
  const [early, late] = [holderAt(event, first), holderAt(event, second)];
  const [earlyKey, lateKey] = [first.at(-1)!, second.at(-1)!];
  const [earlier, later] = [early?.[earlyKey], late?.[lateKey]] as unknown[];
  if (!isTime(earlier) || !isTime(later) || momentOf(earlier) <= momentOf(later)) return;
  const isMixed = typeof earlier !== typeof later;
  if (!isMixed || typeof earlier === 'number') early![earlyKey] = isMixed ? momentOf(later) : later;
  if (!isMixed || typeof later === 'number') late![lateKey] = isMixed ? momentOf(earlier) : earlier;
}

/** Whether there is a time: one that may be null, or left out, may not be there. */
function isTime(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

/** A time in milliseconds since the Unix epoch. Some texts are printed with spaces in them. */
function momentOf(time: number | string): number {
  return typeof time === 'number' ? time : Date.parse(time.replaceAll(' ', ''));
}

/** The object that holds the last key of a path. */
function holderAt(event: Json, path: Path): Json | undefined {
  let holder: Json | undefined = event;
  for (let step = 0; step < path.length - 1; step++) holder = holder?.[path[step]!] as Json | undefined;
  return holder;
}

/** Nodes for the flags and ids of a schema that follow the draw's mode. */
function modeNodes(
  schema: Schema,
  mode: { readonly field: string; readonly on: string; readonly off: string },
): Overrides {
  const either = `(${mode.on}|${mode.off})`;
  const nodes = new Map<Schema, Node>();
  const visit = (inner: Schema, key: string) => {
    const { type } = inner._zod.def;
    const { shape, element, innerType } = inner._zod.def as unknown as {
      readonly shape?: { readonly [Key: string]: Schema };
      readonly element?: Schema;
      readonly innerType?: Schema;
    };
    if (type === 'object') for (const [name, field] of Object.entries(shape!)) visit(field, name);
    else if (element !== undefined) visit(element, key);
    else if (innerType !== undefined) visit(innerType, key);
    else if (type === 'boolean' && key === mode.field) nodes.set(inner, flagNode);
    else if (type === 'string') {
      const [pattern] = constraintsOf(inner).patterns;
      if (pattern?.source.includes(either) === true) nodes.set(inner, idNode(pattern, either, mode));
    }
  };
  visit(schema, '');
  return nodes;
}

const flagNode: Node<boolean> = { ...constantNode([true, false]), draw: (random) => random.flag };

function idNode(
  pattern: RegExp,
  either: string,
  { on, off }: { readonly on: string; readonly off: string },
): Node<string> {
  const [ofOn, ofOff] = [on, off].map((word) => regexNode(new RegExp(pattern.source.replace(either, word)))!.draw);
  return { ...regexNode(pattern)!, draw: (random) => (random.flag ? ofOn! : ofOff!)(random) };
}
