/** Headers by name in lower case, as `node:http` gives them. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One HTTP request, as every framework can give it: nothing parsed, and the body as the very bytes that were signed. */
export interface Delivery {
  readonly method: string;
  /** The URL's path; a query may follow. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** The largest body that the shop reads, in bytes. */
export const bodyLimit = 1024 * 1024;

/** The media type of a delivery in lower case, without parameters such as `charset`. */
export function mediaType(headers: Headers): string {
  return (header(headers, 'content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

/** A header's value, or undefined when it is missing or empty. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
