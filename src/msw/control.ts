import { HookproofError } from '../errors.ts';
import type { Box } from './box.ts';
import type { FaultRule } from './faults.ts';
import { isJson, type Json } from './json.ts';

/** The paths below which a box is read and driven, beside the provider's own. */
export const controlPath = '/__hookproof/';

type Control = (box: Box, body: Json) => unknown;

const reads: { readonly [Path: string]: Control } = {
  state: (box) => ({ provider: box.provider.name, version: box.provider.version, seed: box.seed, ...box.snapshot() }),
  deliveries: (box) => ({ schedule: box.schedule, deliveries: box.deliveries }),
};

const writes: { readonly [Path: string]: Control } = {
  trigger: (box, { type, ...options }) => box.trigger(String(type) as never, options),
  act: (box, { action, id, detail }) => box.act(String(action), String(id), isJson(detail) ? detail : {}),
  fault: (box, rule) => {
    box.fault(rule as unknown as FaultRule);
    return {};
  },
  settle: async (box) => {
    await box.settled();
    return { deliveries: box.deliveries };
  },
  reset: (box) => {
    box.reset();
    return {};
  },
};

/** Answers a request to read a box or to drive it. Only JSON drives it, so that no web page can. */
export async function control(box: Box, request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice(controlPath.length);
  const table = request.method === 'POST' ? writes : reads;
  if (!Object.hasOwn(table, name) || !['GET', 'POST'].includes(request.method)) {
    const known = [
      ...Object.keys(reads).map((path) => `GET ${controlPath}${path}`),
      ...Object.keys(writes).map((path) => `POST ${controlPath}${path}`),
    ];
    return Response.json(
      { error: `Cannot find "${request.method} ${name}": known are ${known.join(', ')}` },
      { status: 404 },
    );
  }
  if (request.method === 'POST' && request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json')
    return Response.json(
      { error: 'Cannot read request: header "Content-Type" is not "application/json"' },
      { status: 415 },
    );
  try {
    const body: unknown = request.method === 'POST' ? JSON.parse((await request.text()) || '{}') : {};
    return Response.json(await table[name]!(box, isJson(body) ? body : {}));
  } catch (error) {
    if (!(error instanceof HookproofError || error instanceof SyntaxError)) throw error;
    return Response.json({ error: error.message }, { status: 400 });
  }
}
