import { valueAt, type Api, type Operation } from '../define/index.ts';
import { isJson, type Json } from './json.ts';
import { Refusal } from './refusal.ts';

/** The largest body that is read, in characters. */
const limit = 1024 * 1024;

/** The JSON object in a request; empty where there is no body. */
export async function readBody(api: Api, request: Request): Promise<Json> {
  if (request.method === 'GET' || request.method === 'HEAD') return {};
  const text = await request.text();
  if (text === '') return {};
  if (text.length > limit)
    throw new Refusal(api.commonErrors.malformed, [`the body is longer than ${limit} characters`]);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(api.commonErrors.malformed, ['the body is not JSON']);
  }
  if (!isJson(body)) throw new Refusal(api.commonErrors.malformed, ['the body is not an object']);
  return body;
}

/** The fields of a body that its operation knows. Refuses a body that is not as documented. */
export function checkedBody(api: Api, operation: Operation, body: Json): Json {
  if (operation.body === undefined) return {};
  const { data, error } = operation.body.safeParse(body);
  if (error === undefined) return data as Json;
  const details = error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  const first = error.issues[0]!;
  const isMissing = first.code === 'invalid_type' && valueIsMissing(body, first.path);
  const { invalid, required } = api.commonErrors;
  throw new Refusal(isMissing ? (required ?? invalid) : invalid, details, first.path.join('.'));
}

function valueIsMissing(body: Json, path: readonly PropertyKey[]): boolean {
  return valueAt(body, path.map(String)) === undefined;
}
