import type { Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';

/** Draws so many events of one type. The same seed always gives the same ones. */
export type Draw = (type: string, count: number) => object[];

/** What draws a provider's events. Throws `MISSING_PACKAGE` where fast-check is not installed. */
export async function drawEvents(provider: Provider, seed: string): Promise<Draw> {
  try {
    const { sampleEvents } = await import('../arbitrary/sample.ts');
    return (type, count) => sampleEvents(provider, type, count, seed).map((event) => wellFormed(event) as object);
  } catch (cause) {
    if ((cause as { readonly code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new HookproofError(
      'MISSING_PACKAGE',
      'Cannot generate events: package "fast-check" is not installed; npm install --save-dev fast-check, or ask for none',
      { cause },
    );
  }
}

/** The value without lone surrogates: the official verifier cannot read a JSON text that escapes one. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return new TextDecoder().decode(new TextEncoder().encode(value));
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), wellFormed(inner)]));
}
