import type { Api, Operation } from '../define/index.ts';
import { holds } from './fill.ts';
import type { Json } from './json.ts';

/** The operations that a method and a path may mean, and the id in the path. */
export interface Route {
  readonly operations: readonly Operation[];
  readonly id: string;
}

/** What a request asks for by its method and path; `undefined` where the API has no such thing. */
export function routeOf(api: Api, method: string, pathname: string): Route | undefined {
  const prefix = api.prefix.value;
  if (!pathname.startsWith(`${prefix}/`)) return undefined;
  const parts = pathname.slice(prefix.length).replace(/\/$/, '').split('/');
  const operations = api.operations.filter((operation) => operation.method === method && fits(operation.path, parts));
  // A fixed word, such as "create", stands before an id.
  const fixed = operations.filter(({ path }) => !path.includes('{id}'));
  const chosen = fixed.length > 0 ? fixed : operations;
  if (chosen.length === 0) return undefined;
  const place = chosen[0]!.path.split('/').indexOf('{id}');
  return { operations: chosen, id: place < 0 ? '' : decoded(parts[place]!) };
}

/** Of several operations on one path the first whose condition the body meets. */
export function chosenOperation({ operations }: Route, body: Json): Operation {
  return operations.find(({ when }) => holds(when, body)) ?? operations.at(-1)!;
}

function fits(path: string, parts: readonly string[]): boolean {
  const wanted = path.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, index) => part === parts[index] || (part === '{id}' && parts[index] !== ''))
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
