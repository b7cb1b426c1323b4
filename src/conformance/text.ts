import { valueAt } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import type { Examination } from './examination.ts';

/** Signs a text in place of an event, with the event's id in the headers. */
export function signText(examination: Examination, event: object, text: string): Promise<Attempt> {
  const { envelope } = examination.provider;
  const id = valueAt(event, envelope.paths.id);
  const parameters = { ...examination.session.options.parameters, id: typeof id === 'string' ? id : '' };
  return examination.sign(text, { parameters });
}

/** The JSON text of a value, its texts and what stands between them each written anew. */
export function rewritten(
  value: unknown,
  over: { readonly string?: (token: string) => string; readonly mark?: (token: string) => string },
): string {
  return JSON.stringify(value).replaceAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]/g, (token) =>
    token.startsWith('"') ? (over.string?.(token) ?? token) : (over.mark?.(token) ?? token),
  );
}
