import { objectSchema, rowOf, rowsOf, type ObjectShape, type Provider } from '../define/index.ts';
import { variantOf, type FixtureFile } from '../fixture/index.ts';
import type { Examination } from './examination.ts';

/** Where an event says what was paid for which sale. */
export interface SalePlace {
  readonly fixture: FixtureFile;
  readonly amount: readonly string[];
  readonly currency: readonly string[];
  readonly reference: readonly string[];
}

/** Why no event can be compared with a sale, or `undefined` where one can. */
export function lacksSales(provider: Provider): string | undefined {
  const has = rowsOf(provider).some(([type]) => isWholeSale(provider, type, rowOf(provider, type).object.shapes[0]));
  return has
    ? undefined
    : 'no event of this version carries the reference, the amount and the currency of a whole sale';
}

/** One event of each object that carries all of a sale. */
export function salePlaces({ provider, oneForEachObject }: Examination): SalePlace[] {
  return oneForEachObject.flatMap((fixture) => {
    const { shape, envelope } = variantOf(provider, fixture.event, fixture.variant).form;
    if (!isWholeSale(provider, fixture.event, shape)) return [];
    const [amount, currency, reference] = [shape.amount!, shape.currency!, shape.reference!].map((field) => [
      ...envelope.paths.object,
      field,
    ]) as [string[], string[], string[]];
    return [{ fixture, amount, currency, reference }];
  });
}

/**
 * Whether an object says for how much all of a sale was. One that always names another object with an amount, as a
 * refund does, may be about a part of it.
 */
function isWholeSale(provider: Provider, type: string, shape: ObjectShape): boolean {
  const { amount, currency, reference, references } = shape;
  if (amount === undefined || currency === undefined || reference === undefined) return false;
  const { shape: fields } = objectSchema(rowOf(provider, type), shape);
  const withAmount = new Set(
    rowsOf(provider)
      .filter(([, { object }]) => object.shapes.some((each) => each.amount !== undefined))
      .map(([, { object }]) => object.name),
  );
  return !Object.entries(references).some(
    ([field, name]) => withAmount.has(name) && fields[field]?.safeParse(undefined).success === false,
  );
}
