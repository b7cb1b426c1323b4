import { expect } from 'vitest';
import * as z from 'zod';
import { isValidEvent, type Api, type Provider } from '../../src/define/index.ts';
import { faultHeader, type BoxDelivery } from '../../src/msw/index.ts';
import { objectsOf } from '../../src/msw/json.ts';
import { chosenOperation, routeOf } from '../../src/msw/route.ts';

type Fetch = (request: Request) => Promise<Response>;

/** A box's `fetch` that expects every answer to be one that the API's data allows. `seen` counts the errors by name. */
export function checkedFetch(provider: Provider, fetch: Fetch, seen = new Map<string, number>()): Fetch {
  const api = provider.api!;
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const sent = await request.clone().text();
    const response = await fetch(request);
    if (response.type === 'error' || response.headers.has(faultHeader)) return response;
    const text = await response.clone().text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) {
      noteError(api, response.status, answer, seen);
      return response;
    }
    const body: unknown = JSON.parse(sent === '' ? '{}' : sent);
    const operation = chosenOperation(routeOf(api, request.method, pathname)!, body as Record<string, unknown>);
    expect(response.status).toBe(operation.status);
    if (operation.empty === true) {
      expect(text).toBe('');
      return response;
    }
    const expansion = api.expansion.value;
    const isAsked = expansion !== undefined && searchParams.get(expansion.parameter) === expansion.value;
    const isExpanded = operation.expands === 'always' || (operation.expands === 'asked' && isAsked);
    const schema = isExpanded ? expandedSchema(api, operation.resource) : api.resources[operation.resource]!.schema;
    const objects = operation.kind === 'list' ? itemsOf(answer) : [answer];
    for (const object of objects) expect(z.safeParse(schema, object).error).toBeUndefined();
    return response;
  };
}

/** The schema of a resource's objects with other objects in place of their ids. */
function expandedSchema(api: Api, name: string): z.ZodType {
  const { schema, expands } = api.resources[name]!;
  const whole = (field: string, inner: z.core.$ZodType): z.core.$ZodType =>
    inner instanceof z.ZodOptional
      ? z.optional(whole(field, inner.unwrap()))
      : inner instanceof z.ZodArray
        ? z.array(expandedSchema(api, expands[field]!))
        : expandedSchema(api, expands[field]!);
  const variants = objectsOf(schema).map((variant) =>
    variant.extend(
      Object.fromEntries(Object.keys(expands).map((field) => [field, whole(field, variant.shape[field])])),
    ),
  );
  return variants.length === 1 ? variants[0]! : z.union(variants);
}

/** Expects every event of some deliveries to keep to its contract. */
export function expectValidEvents(provider: Provider, deliveries: readonly BoxDelivery[]): void {
  const broken = deliveries.filter(({ type, event }) => !isValidEvent(provider, type, event));
  expect(broken.map(({ type, event }) => ({ type, event }))).toEqual([]);
}

function noteError(api: Api, status: number, answer: unknown, seen: Map<string, number>): void {
  const { code, errorCode } = answer as { readonly code?: string; readonly errorCode?: string };
  const names = Object.entries(api.errors).filter(
    ([, error]) => error.status === status && (error.body !== undefined || error.code === (code ?? errorCode)),
  );
  expect(names, `${status} ${JSON.stringify(answer)}`).not.toEqual([]);
  const fields = Object.keys(answer as object);
  for (const [name, error] of names) {
    expect(fields).toEqual(Object.keys((error.body ?? api.errorBody.value) as object));
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
}

function itemsOf(answer: unknown): readonly unknown[] {
  return Object.values(answer as object).find((value) => Array.isArray(value)) as readonly unknown[];
}

/** A receiver in this process that notes what comes, and answers with each status in turn, then 200. */
export function notingReceiver(...statuses: number[]) {
  const bodies: string[] = [];
  const receiver = async (request: Request): Promise<Response> => {
    bodies.push(await request.text());
    return new Response(null, { status: statuses.shift() ?? 200 });
  };
  return { bodies, receiver };
}
