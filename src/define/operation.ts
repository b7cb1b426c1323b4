import type * as z from 'zod';
import type { Evidence } from './evidence.ts';
import type { Consequence } from './resource.ts';
import type { Condition, Filling } from './source.ts';

/** An object that a request must name. */
export interface Need {
  /** The body's field that holds its id. */
  readonly field: string;
  readonly resource: string;
  /** The error where there is none. */
  readonly missing: string;
  /** The statuses it must be in, and the error where it is in another. */
  readonly statuses?: readonly string[];
  readonly refused?: string;
  /** Whether the field may be left out. */
  readonly optional?: boolean;
}

/** That a new object takes some of the amount of another, and no more than is left of it. */
export interface Draw {
  /** The new object's field that names the other, and the resource it is of. */
  readonly field: string;
  readonly resource: string;
  /** Statuses in which an earlier object takes nothing. */
  readonly void: readonly string[];
  /** The error where more is asked for than is left. */
  readonly excessive: string;
  /** Whether all that is left is filled in where the body names no amount. */
  readonly fills: boolean;
  /** What happens to the other object when nothing is left, and also when something is, unless the body holds `open`. */
  readonly ends?: { readonly act: string; readonly open?: Condition };
}

/** One thing that can be asked of a REST API. */
export interface Operation extends Evidence {
  readonly kind: 'create' | 'retrieve' | 'list' | 'update' | 'act' | 'remove';
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path after the API's prefix, with `{id}` in it where it is about one object. */
  readonly path: string;
  readonly resource: string;
  /** What the body must hold, where one path has several operations. */
  readonly when?: Condition;
  /** What a request's body must be. Unknown fields are passed over. */
  readonly body?: z.ZodType;
  /** The status of the answer. */
  readonly status: number;
  /** Whether the answer has no body. */
  readonly empty?: boolean;
  /** Whether the references of the answer can be expanded to objects, or always are. */
  readonly expands?: 'asked' | 'always';
  /** For a list: the statuses it shows, and the fields it can be narrowed by. */
  readonly shows?: readonly string[];
  readonly filters?: readonly string[];
  readonly fill?: Filling;
  readonly needs?: readonly Need[];
  readonly draws?: Draw;
  /** A field that no other object may have alike, the case of letters apart, and the error where one has. */
  readonly unique?: { readonly field: string; readonly error: string };
  /** A number in the body that may not be more than a field of the object, and the error where it is. */
  readonly limit?: { readonly field: string; readonly of: string; readonly error: string };
  /** For `act` and `remove`: what happens to the object. */
  readonly action?: string;
  readonly consequences?: readonly Consequence[];
  /** The error where the object is missing, and where the action may not happen to it. */
  readonly missing?: string;
  readonly refused?: string;
}

/** Defines one thing that can be asked of a REST API, such as `POST /orders`. */
export function operation(
  kind: Operation['kind'],
  route: `${Operation['method']} /${string}`,
  resource: string,
  evidence: Evidence,
  parts: Partial<Omit<Operation, 'kind' | 'method' | 'path' | 'resource' | keyof Evidence>> = {},
): Operation {
  const [method, path] = route.split(' ') as [Operation['method'], string];
  return { kind, method, path, resource, status: 200, ...evidence, ...parts };
}
