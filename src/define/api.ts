import type { Evidence, Fact } from './evidence.ts';
import type { Operation } from './operation.ts';
import type { Resource } from './resource.ts';

/** JSON in which a text that is one placeholder, such as `"{status}"`, stands for a value; a key without a value is left out. */
export type Template = string | number | boolean | null | readonly Template[] | { readonly [Key: string]: Template };

/** An error that a REST API answers. */
export interface ApiError extends Evidence {
  readonly status: number;
  readonly code: string;
  /** What it says to a person. */
  readonly message: string;
  /** Another body than the API's usual one. */
  readonly body?: Template;
}

/** A header that a request must have to be let in. */
export interface Credential {
  readonly header: string;
  /** A regular expression that its value must match; a group `mode` says `test` or `live`. */
  readonly pattern: string;
  /** A value that matches. */
  readonly example: string;
}

/** How a request can be sent again without being done again. */
export interface Idempotency {
  readonly header: string;
  readonly methods: readonly string[];
  /** For how many seconds a key is remembered. */
  readonly seconds: number;
  /** The header that marks an answer as given before. */
  readonly replayed: string;
}

/** How a list is asked for page by page, and what is put around its items: `{items}`, `{count}`, `{size}`, `{page}`, `{next}`, `{more}`. */
export interface Paging {
  readonly kind: 'token' | 'number';
  readonly size: { readonly parameter: string; readonly usual: number };
  readonly page: { readonly parameter: string };
  /** The query parameter that leaves out what was made before it, and the field that says when something was. */
  readonly since?: { readonly parameter: string; readonly field: string };
  readonly body: Template;
}

/** Which resource holds the webhook endpoints, and in which fields. */
export interface EndpointResource {
  readonly resource: string;
  readonly url: string;
  readonly subscriptions: string;
  /** The field that says whether it is used, and its value while it is. */
  readonly active: { readonly field: string; readonly value: unknown };
  /** The field that holds the secret its deliveries are signed with, where each endpoint has one. */
  readonly secret?: string;
  /** The header parameter that names the endpoint. */
  readonly parameter?: string;
  /** Header parameters that are fields of the object an event is about. */
  readonly parameters?: { readonly [Parameter: string]: string };
}

/** The errors of a REST API that are no single operation's. */
export interface CommonErrors {
  readonly unauthenticated: string;
  readonly malformed: string;
  readonly invalid: string;
  /** Where a field is missing, if that is another error. */
  readonly required?: string;
  readonly unknownRoute: string;
}

/** A provider's REST API: what it keeps, what can be asked of it, and how it answers. */
export interface Api<Actions extends string = string> {
  readonly origins: Fact<readonly string[]>;
  /** What every path begins with. */
  readonly prefix: Fact<string>;
  readonly credentials: Fact<readonly Credential[]>;
  readonly idempotency: Fact<Idempotency | undefined>;
  readonly paging: Fact<Paging>;
  /** The query parameter that asks for whole objects in place of ids, and its value. */
  readonly expansion: Fact<{ readonly parameter: string; readonly value: string } | undefined>;
  /** The usual body of an error: `{status}`, `{code}`, `{message}`, `{details}`, `{source}`. */
  readonly errorBody: Fact<Template>;
  readonly errors: { readonly [Name: string]: ApiError };
  readonly commonErrors: CommonErrors;
  readonly resources: { readonly [Name: string]: Resource<Actions> };
  readonly operations: readonly Operation[];
  readonly endpoints: EndpointResource;
}

/** States an error that a REST API answers. */
export function apiError(status: number, code: string, message: string, evidence: Evidence, body?: Template): ApiError {
  return { status, code, message, ...evidence, ...(body === undefined ? {} : { body }) };
}

/** The names of all that may happen to the objects of some resources. */
type ActionsOf<Resources> = {
  [Name in keyof Resources]: Resources[Name] extends Resource<infer Actions> ? Actions : never;
}[keyof Resources];

/** Joins all that is known of a REST API. */
export function defineApi<const Resources extends { readonly [Name: string]: Resource }>(
  api: Omit<Api, 'resources'> & { readonly resources: Resources },
): Api<ActionsOf<Resources>> {
  return api;
}
