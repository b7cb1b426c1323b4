import type { Attempt } from '../delivery/index.ts';

/** The longest body that a command line can take, in bytes. */
const limit = 100_000;

/** Bytes that a terminal shows as they are, line feeds and tabs among them. */
const printable =
  /^[\t\n\u0020-\u007e\u00a0-\u061b\u061d-\u200a\u2010-\u2027\u202f-\u205f\u206a-\ufefe\uff00-\ufff8\u{10000}-\u{10ffff}]*$/u;

/** A shell command, of `curl`, that sends an attempt's bytes. */
export function curl(attempt: Attempt): string {
  const headers = Object.entries(attempt.headers).map(
    ([name, value]) =>
      // curl drops a header with nothing after the colon, and sends it empty with a semicolon.
      ` -H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`,
  );
  const target = `curl -g -i -X ${attempt.method} ${quote(attempt.url)}${headers.join('')}`;
  if (attempt.method === 'GET' || attempt.method === 'HEAD') return target;
  if (attempt.body.length > limit) return `${target} # and a body of ${attempt.body.length} bytes`;
  const text = textOf(attempt.body);
  if (text !== undefined && printable.test(text)) return `${target} --data-raw ${quote(text)}`;
  // What cannot be written as it is, or would not be seen, is written byte by byte.
  return `printf ${quote(octal(attempt.body))} | ${target} --data-binary @-`;
}

/** The text that bytes are, or `undefined` where they are none. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes as every shell's `printf` takes them. */
function octal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => {
    if (byte === 0x25) return '%%';
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x5c;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`;
  }).join('');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
