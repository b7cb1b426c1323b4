import type { Operation } from '../define/index.ts';
import { didYouMean } from '../errors.ts';
import { authenticate } from './authenticate.ts';
import { checkEndpoint } from './endpoints.ts';
import { answered } from './expand.ts';
import type { Answers } from './idempotency.ts';
import { operations, type Result } from './operations/index.ts';
import { checkedBody, readBody } from './read-body.ts';
import { filled, Refusal, refusalAnswer } from './refusal.ts';
import { chosenOperation, routeOf } from './route.ts';
import type { World } from './world.ts';

/** What a request for the API is answered with, beside the state of the world. */
export interface Answering {
  readonly credentials: { readonly [Header: string]: string };
  readonly answers: Answers;
}

/** Answers a request as the provider does. */
export async function answer(world: World, request: Request, { credentials, answers }: Answering): Promise<Response> {
  try {
    const { pathname, searchParams } = new URL(request.url);
    const route = routeOf(world.api, request.method, pathname);
    if (route === undefined) throw unknownRoute(world, request.method, pathname);
    const asker = authenticate(world.api, request.headers, credentials);
    const key = answers.keyOf(request);
    const before = key === undefined ? undefined : answers.replayed(key);
    if (before !== undefined) return before;
    const body = await readBody(world.api, request);
    const operation = chosenOperation(route, body);
    const isExpanded = asksForExpansion(world, operation, searchParams);
    const checked = checkedBody(world.api, operation, body);
    checkEndpoint(world, operation, checked);
    const resource = world.api.resources[operation.resource]!;
    const { id } = route;
    const run = operations[operation.kind];
    const result = run({ world, operation, resource, asker: { ...asker, body: checked }, id, query: searchParams });
    const response = render(world, operation, result, isExpanded);
    if (key !== undefined) await answers.remember(key, response);
    return response;
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(world.api, error);
    throw error;
  }
}

function render(world: World, operation: Operation, { object, list }: Result, isExpanded: boolean): Response {
  const { status } = operation;
  if (operation.empty === true) return new Response(null, { status });
  const shown = (entry: NonNullable<typeof object>) => answered(world.api, world.state, entry, isExpanded);
  if (list === undefined) return Response.json(object === undefined ? {} : shown(object), { status });
  const values = { ...list.values, items: list.entries.map(shown) };
  return Response.json(filled(world.api.paging.value.body, values), { status });
}

function asksForExpansion({ api }: World, { expands }: Operation, query: URLSearchParams): boolean {
  const expansion = api.expansion.value;
  if (expansion === undefined || expands !== 'asked') return expands === 'always';
  return query.get(expansion.parameter) === expansion.value;
}

function unknownRoute({ api }: World, method: string, pathname: string): Refusal {
  const routes = api.operations.map((operation) => `${operation.method} ${api.prefix.value}${operation.path}`);
  const state = `hookproof knows no "${method} ${pathname}" of this API; ${didYouMean(`${method} ${pathname}`, [...new Set(routes)])}`;
  return new Refusal(api.commonErrors.unknownRoute, [state]);
}
