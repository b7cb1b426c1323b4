import type { ChangeKind } from './change.ts';
import type { Field } from './fields.ts';
import type { Limits } from './limits.ts';
import type { JsonType } from './schema-json.ts';

/** One thing that is different about a field. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly before: string;
  readonly after: string;
}

/** What is different about a field that is there before and after. */
export function compareField(before: Field, after: Field): Difference[] {
  const presence: Difference[] =
    before.isRequired === after.isRequired
      ? []
      : [
          {
            kind: after.isRequired ? 'field-made-required' : 'field-made-optional',
            before: before.isRequired ? 'always there' : 'sometimes there',
            after: after.isRequired ? 'always there' : 'sometimes there',
          },
        ];
  const types = compareTypes(before, after);
  // A whole number is also a number: limits are compared across the two.
  const shared = [...before.types].flatMap(([type, limits]) => {
    const other = after.types.get(type) ?? numberOf(type, after);
    return other === undefined ? [] : compareLimits(type, limits, other);
  });
  return [...presence, ...types, ...shared];
}

function numberOf(type: JsonType, field: Field): Limits | undefined {
  if (type === 'integer') return field.types.get('number');
  return type === 'number' ? field.types.get('integer') : undefined;
}

function compareTypes(before: Field, after: Field): Difference[] {
  const added = [...after.types.keys()].filter((type) => !allows(before, type));
  const removed = [...before.types.keys()].filter((type) => !allows(after, type));
  const words = { before: typesText(before), after: typesText(after) };
  const hasShared = [...after.types.keys()].some(
    (type) => allows(before, type) || (type === 'number' && before.types.has('integer')) || type === 'any',
  );
  if (added.length > 0 && !hasShared) return [{ kind: 'type-replaced', ...words }];
  const nulls: Difference[] = added.includes('null') ? [{ kind: 'null-added', ...words }] : [];
  const others = added.filter((type) => type !== 'null');
  if (others.length > 0) return [...nulls, { kind: 'type-added', ...words }];
  if (nulls.length > 0) return nulls;
  return removed.length > 0 ? [{ kind: 'type-removed', ...words }] : [];
}

function allows(field: Field, type: JsonType): boolean {
  const { types } = field;
  return types.has(type) || types.has('any') || (type === 'integer' && types.has('number'));
}

/** The types of a field in words, sorted: `integer or null`. */
export function typesText(field: Field): string {
  return [...field.types.keys()].sort().join(' or ');
}

function compareLimits(type: JsonType, before: Limits, after: Limits): Difference[] {
  const values = compareValues(before, after);
  if (before.values !== undefined && after.values !== undefined) return values;
  const format = compareTexts('format', before.formats, after.formats);
  return [
    ...values,
    ...format,
    // A format's own pattern is another where the format is.
    ...(format.length > 0 ? [] : compareTexts('pattern', before.patterns, after.patterns)),
    ...compareRange(type, before, after),
    ...different('rule-changed', before.rules, after.rules),
    ...different('names-changed', before.names, after.names),
    ...(before.isOpen === after.isOpen
      ? []
      : [
          {
            kind: after.isOpen ? ('object-opened' as const) : ('object-closed' as const),
            before: before.isOpen ? 'anything else' : 'nothing else',
            after: after.isOpen ? 'anything else' : 'nothing else',
          },
        ]),
  ];
}

function compareValues(before: Limits, after: Limits): Difference[] {
  const words = { before: before.values?.join(', ') ?? 'any value', after: after.values?.join(', ') ?? 'any value' };
  if (before.values === undefined) return after.values === undefined ? [] : [{ kind: 'values-listed', ...words }];
  const { values } = after;
  if (values === undefined) return [{ kind: 'values-opened', ...words }];
  const added = values.filter((value) => !before.values!.includes(value));
  const removed = before.values.filter((value) => !values.includes(value));
  if (added.length > 0 && removed.length === before.values.length) return [{ kind: 'values-replaced', ...words }];
  return [
    ...(added.length > 0 ? [{ kind: 'value-added' as const, ...words }] : []),
    ...(removed.length > 0 ? [{ kind: 'value-removed' as const, ...words }] : []),
  ];
}

function compareTexts(what: 'format' | 'pattern', before: readonly string[], after: readonly string[]): Difference[] {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  if (added.length === 0 && removed.length === 0) return [];
  const words = { before: textsText(before), after: textsText(after) };
  if (added.includes('')) return [{ kind: `${what}-removed`, ...words }];
  // Where anything could come before, whatever comes now could; and of several, fewer may come now.
  const isNarrower = before.includes('') || added.length === 0;
  return [{ kind: isNarrower ? `${what}-added` : `${what}-changed`, ...words }];
}

function compareRange(type: JsonType, before: Limits, after: Limits): Difference[] {
  const words = { before: rangeText(type, before), after: rangeText(type, after) };
  if (after.least < before.least || after.most > before.most) return [{ kind: 'range-widened', ...words }];
  if (after.least > before.least || after.most < before.most) return [{ kind: 'range-narrowed', ...words }];
  return [];
}

function rangeText(type: JsonType, { least, most }: Limits): string {
  const unit = type === 'string' ? ' characters' : type === 'array' ? ' items' : type === 'object' ? ' entries' : '';
  const upper = most === Infinity ? 'any number' : String(most);
  return least === -Infinity ? `at most ${upper}${unit}` : `${least} to ${upper}${unit}`;
}

function different(kind: ChangeKind, before: readonly string[], after: readonly string[]): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ kind, before: textsText(before), after: textsText(after) }];
}

function textsText(texts: readonly string[]): string {
  return texts.map((text) => (text === '' ? 'none' : text)).join(' or ');
}
