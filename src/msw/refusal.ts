import type { Api, Template } from '../define/index.ts';
import { isJson } from './json.ts';

/** An error that the provider answers, by its name in the API. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: readonly string[];
  /** The field that the error is about. */
  readonly source: string | undefined;

  constructor(error: string, details: readonly string[] = [], source?: string) {
    super(error);
    this.error = error;
    this.details = details;
    this.source = source;
  }
}

/** The answer to a refused request. */
export function refusalAnswer(api: Api, { error, details, source }: Refusal): Response {
  const { status, code, message, body } = api.errors[error]!;
  const said = details.length === 0 ? message : `${message}: ${details.join('; ')}`;
  const values = { status, code, message: said, details, source: source ?? null };
  return Response.json(filled(body ?? api.errorBody.value, values), { status });
}

/** A template with its placeholders filled; keys whose placeholder has no value are left out. */
export function filled(template: Template, values: { readonly [Name: string]: unknown }): unknown {
  if (typeof template === 'string') {
    const name = /^\{(\w+)\}$/.exec(template)?.[1];
    return name === undefined ? template : values[name];
  }
  if (Array.isArray(template)) return template.map((item: Template) => filled(item, values));
  if (!isJson(template)) return template;
  return Object.fromEntries(
    Object.entries(template)
      .map(([key, item]) => [key, filled(item, values)])
      .filter(([, item]) => item !== undefined),
  );
}
