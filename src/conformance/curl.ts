import type { Attempt } from '../delivery/index.ts';

/** The longest body that a command line can take, in bytes. */
const limit = 100_000;

/** A `curl` command that sends an attempt's bytes. */
export function curl(attempt: Attempt): string {
  const headers = Object.entries(attempt.headers).map(
    ([name, value]) =>
      // curl drops a header with nothing after the colon, and sends it empty with a semicolon.
      ` -H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  const target = `curl -g -i -X ${attempt.method} ${quote(attempt.url)}${headers.join('')}`;
  if (attempt.method === 'GET' || attempt.method === 'HEAD') return target;
  if (attempt.body.length > limit) return `${target} # and a body of ${attempt.body.length} bytes`;
  return `${target} --data-raw ${quote(new TextDecoder('utf-8', { ignoreBOM: true }).decode(attempt.body))}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
