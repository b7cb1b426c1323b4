import { weakest, type Delivery, type Evidence, type Fact, type Provider } from '../define/index.ts';
import type { ChangeKind, ChangeParts } from './change.ts';

type DeliveryChange = ChangeParts & { readonly path: string };

/** Every difference between how two versions deliver an event. */
export function compareDelivery({ delivery: before }: Provider, { delivery: after }: Provider): DeliveryChange[] {
  return [
    ...compare(before, after, 'method', () => 'method-changed'),
    ...compare(before, after, 'encoding', () => 'encoding-changed'),
    ...compareHeaders(before, after),
    ...compare(before, after, 'signature', () => 'signature-changed'),
    ...compare(before, after, 'timestamp', (old, now) =>
      now === undefined ? 'timestamp-removed' : old === undefined ? 'timestamp-added' : 'timestamp-changed',
    ),
    ...compare(before, after, 'tolerance', () => 'tolerance-changed'),
    ...compare(before, after, 'acknowledgement', (old, now) =>
      old.every((status) => now.includes(status)) ? 'acknowledgement-widened' : 'acknowledgement-narrowed',
    ),
    ...compare(before, after, 'timeout', (old, now) =>
      (now ?? 0) > (old ?? Infinity) ? 'timeout-lengthened' : 'timeout-shortened',
    ),
    ...compare(before, after, 'retries', () => 'retries-changed'),
    ...compare(before, after, 'ordered', (old) => (old === true ? 'order-lost' : 'order-promised')),
    ...compare(before, after, 'duplicates', (old) => (old === false ? 'duplicates-allowed' : 'duplicates-excluded')),
  ];
}

/** Every part of a delivery that is one fact; the headers are many. */
type Part = Exclude<keyof Delivery, 'headers' | 'parameters'>;

type ValueOf<Name extends Part> = Delivery[Name]['value'];

function compare<Name extends Part>(
  before: Delivery,
  after: Delivery,
  name: Name,
  kindOf: (before: ValueOf<Name>, after: ValueOf<Name>) => ChangeKind,
): DeliveryChange[] {
  const [old, now] = [before[name], after[name]] as [Delivery[Name], Delivery[Name]];
  if (text(old.value) === text(now.value)) return [];
  return [
    {
      kind: kindOf(old.value, now.value),
      path: `delivery.${name}`,
      before: text(old.value),
      after: text(now.value),
      fields: [],
      ...evidenceOf(old, now),
    },
  ];
}

function compareHeaders(before: Delivery, after: Delivery): DeliveryChange[] {
  // HTTP knows no case in the names of headers.
  const named = ({ headers }: Delivery) =>
    new Map(Object.entries(headers).map(([name, fact]) => [name.toLowerCase(), { name, fact }]));
  const [old, now] = [named(before), named(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [from, to] = [old.get(key), now.get(key)];
    if (from?.fact.value === to?.fact.value) return [];
    return [
      {
        kind: headerKind(from?.fact, to?.fact),
        path: `delivery.headers.${(to ?? from)!.name}`,
        before: from?.fact.value ?? '',
        after: to?.fact.value ?? '',
        fields: [],
        ...evidenceOf(...([from?.fact, to?.fact].filter((fact) => fact !== undefined) as [Fact<string>])),
      },
    ];
  });
}

function headerKind(before: Fact<string> | undefined, after: Fact<string> | undefined): ChangeKind {
  if (before === undefined) return 'header-added';
  if (after === undefined) return 'header-removed';
  const isWritten = ({ value }: Fact<string>) => value.includes('{');
  return isWritten(before) || isWritten(after) ? 'header-rewritten' : 'header-value-changed';
}

function evidenceOf(...facts: readonly [Evidence, ...Evidence[]]): Evidence {
  const { confidence, source, note } = weakest(...facts);
  return note === undefined ? { confidence, source } : { confidence, source, note };
}

/** A fact's value in a few words: `kind form, field data`. */
function text(value: unknown): string {
  if (value === undefined) return 'no source says';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ');
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${typeof inner === 'object' ? JSON.stringify(inner) : String(inner)}`)
    .join(', ');
}
