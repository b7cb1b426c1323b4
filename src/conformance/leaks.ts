import { valueAt, type Provider } from '../define/index.ts';
import { leavesOf } from './leaves.ts';

/** Where programs were when they failed, in the spelling of several languages. */
const traces = [
  /^\s*at .+:\d+/m, // JavaScript, Java, .NET
  /\bat \S+ \([^)\n]*:\d+(:\d+)?\)/,
  /Traceback \(most recent call last\)/,
  /File "[^"\n]+", line \d+/,
  /^#\d+ .+\(\d+\)/m, // PHP
  /goroutine \d+ \[/,
  /\S+\.rb:\d+:in /,
];

/** What an error's answer tells that it should not, as a clause about it; nothing where it tells nothing. */
export function leakIn(
  body: string,
  provider: Provider,
  { event, signature }: { readonly event: object; readonly signature: string },
): string | undefined {
  if (traces.some((trace) => trace.test(body))) return 'with a stack trace';
  // What a caller gave as a secret is not in an answer any more, but its place is.
  if (body.includes('[secret]')) return 'with the secret';
  if (body.includes(signature)) return 'with the signature that would be right';
  return tellingOf(provider, event).some((text) => body.includes(text)) ? 'with some of the payload' : undefined;
}

/** Texts of an event's object that nobody would write of his own accord: names, addresses, ids. */
function tellingOf({ envelope }: Provider, event: object): string[] {
  const object = valueAt(event, envelope.paths.object);
  if (typeof object !== 'object' || object === null) return [];
  return leavesOf(object).flatMap(({ value }) =>
    typeof value === 'string' && value.length >= 6 && /[^a-z_.-]/.test(value) ? value : [],
  );
}
