import type { EventForm, Path } from '../define/index.ts';
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
  const ids = mode === undefined ? undefined : new RegExp(`^([A-Za-z0-9]+)_(${mode.on}|${mode.off})_`);
  const settle = (event: object): object => {
    if (times.length > 1) sortTimes(event as Json, times);
    return event;
  };
  return {
    overrides: mode === undefined ? new Map() : modeNodes(schema, mode),
    settling: {
      settle,
      repair(event) {
        const copy = structuredClone(event) as Json;
        if (mode !== undefined) {
          const isOn = copy[mode.field] === true;
          inMode(copy, mode.field, isOn, ids!, isOn ? mode.on : mode.off);
        }
        return settle(copy);
      },
    },
  };
}

/** Puts the values at some paths in order, the earliest first. They are all numbers, or all texts of one notation. */
function sortTimes(event: Json, paths: readonly Path[]): void {
  const places = paths.flatMap((path) => {
    const holder = path.slice(0, -1).reduce<Json | undefined>((inner, key) => inner?.[key] as Json | undefined, event);
    const key = path.at(-1)!;
    return holder?.[key] === undefined ? [] : [{ holder, key }];
  });
  const values = places.map(({ holder, key }) => holder[key] as number | string);
  values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  places.forEach(({ holder, key }, index) => {
    holder[key] = values[index];
  });
}

/** Writes one mode into every flag and id inside. */
function inMode(value: unknown, field: string, isOn: boolean, ids: RegExp, word: string): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Json;
  for (const [key, inner] of Object.entries(holder)) {
    if (typeof inner === 'string') holder[key] = inner.replace(ids, `$1_${word}_`);
    else if (key === field && typeof inner === 'boolean') holder[key] = isOn;
    else inMode(inner, field, isOn, ids, word);
  }
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
