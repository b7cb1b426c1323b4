import { rowsOf, type Provider } from '../../define/index.ts';
import { fixtureFiles } from '../../fixture/index.ts';
import { drawEvents } from '../generated.ts';

/** One event that a receiver is sent: a fixture or a generated one. */
export interface Sent {
  readonly type: string;
  /** `order.rejected.soft-decline`, or `order.rejected, generated 3`. */
  readonly name: string;
  readonly event: object;
}

/** Every fixture of the types asked for, and so many generated events of each. */
export async function sentEvents(
  provider: Provider,
  options: { readonly types?: readonly string[]; readonly generated: number; readonly seed: string },
): Promise<Sent[]> {
  const types = rowsOf(provider)
    .map(([type]) => type)
    .filter((type) => options.types === undefined || options.types.includes(type));
  const fixtures = fixtureFiles(provider)
    .filter(({ event }) => types.includes(event))
    .map(({ event, file, value }) => ({ type: event, name: file.replace(/\.json$/, ''), event: value }));
  if (options.generated === 0) return fixtures;
  const draw = await drawEvents(provider, options.seed);
  const generated = types.flatMap((type) =>
    draw(type, options.generated).map((event, index) => ({ type, name: `${type}, generated ${index + 1}`, event })),
  );
  return [...fixtures, ...generated];
}
