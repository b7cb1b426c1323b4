import type * as z from 'zod';
import type { IdFormat } from './envelope.ts';
import type { Evidence } from './evidence.ts';
import type { Condition, Filling, TimeNotation } from './source.ts';

/** What an operation or an action brings about, beside what it does to its own object. */
export type Consequence =
  /** Sends the event of this type with the object as it now is; nothing where the version has no such event. */
  | { readonly emit: string }
  /** Makes another object from this one. */
  | { readonly make: string; readonly fill: Filling }
  /** Puts this object's id into a list of the object that a field names. */
  | { readonly link: string; readonly list: string }
  /** Acts on this object, or on the one that a field names. */
  | { readonly act: string; readonly on?: string; readonly when?: Condition }
  /** Acts on this object by itself, once the request has been answered. */
  | { readonly later: string };

/** Something that may happen to an object: out of some statuses, and only under a condition. */
export interface Action extends Evidence {
  readonly when?: Condition;
  readonly from: readonly string[];
  readonly fill?: Filling;
  readonly consequences?: readonly Consequence[];
}

/** One kind of object that a REST API keeps. */
export interface Resource<Actions extends string = string> extends Evidence {
  /** The object's name in the catalogue of events, where events carry it. */
  readonly object?: string;
  /** An object as the API answers it, with the ids of others in it. */
  readonly schema: z.ZodType;
  /** How ids are made: by the name of the shape that events have, or `only`. `{mode}` is the word for test or live. */
  readonly ids: { readonly [Shape: string]: IdFormat };
  readonly times: { readonly created?: string; readonly updated?: string; readonly notation: TimeNotation };
  /** Fields (`tokenId`) that are less sure than the resource. */
  readonly fields: { readonly [Path: string]: Evidence };
  /** Fields that hold ids and are expanded to whole objects: field to resource. */
  readonly expands: { readonly [Field: string]: string };
  /** What a new object has, beside the fields that a request's body names alike. */
  readonly fill: Filling;
  /** What of the body is remembered beside the object. */
  readonly remembers: readonly string[];
  /** What a new object brings about. */
  readonly consequences: readonly Consequence[];
  /** What may happen to an object: of several the first that fits. */
  readonly actions: { readonly [Name in Actions]?: readonly Action[] };
  /** How an event's object is filled where it differs from the API's, by shape. */
  readonly events: { readonly [Shape: string]: Filling };
  /** Stands in for what the API has of an object and its event has not, where only the event is known. */
  readonly standIn: object;
}

/** What `resource()` takes beside the schema and the evidence. */
export type ResourceParts<Actions extends string> = Pick<Resource<Actions>, 'ids' | 'times'> &
  Partial<Omit<Resource<Actions>, 'ids' | 'times' | 'schema' | keyof Evidence>>;

/** Defines one kind of object that a REST API keeps. */
export function resource<const Actions extends string = never>(
  schema: z.ZodType,
  evidence: Evidence,
  parts: ResourceParts<Actions>,
): Resource<Actions> {
  return {
    schema,
    ...evidence,
    ids: parts.ids,
    times: parts.times,
    fields: parts.fields ?? {},
    expands: parts.expands ?? {},
    fill: parts.fill ?? {},
    remembers: parts.remembers ?? [],
    consequences: parts.consequences ?? [],
    actions: parts.actions ?? {},
    events: parts.events ?? {},
    standIn: parts.standIn ?? {},
    ...(parts.object === undefined ? {} : { object: parts.object }),
  };
}

/** Defines one thing that may happen to an object. */
export function action(
  from: readonly string[],
  evidence: Evidence,
  parts: Pick<Action, 'when' | 'fill' | 'consequences'> = {},
): Action {
  return { from, ...evidence, ...parts };
}
