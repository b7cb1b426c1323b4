import { eventSchema, formsOf, type EventForm, type Provider } from '../define/index.ts';
import { joined, limitsOf, type Limits } from './limits.ts';
import { branchesOf, schemaJson, type JsonType, type SchemaJson } from './schema-json.ts';

/** Where a field is in an event: its keys. Every item of a list is at `[]`, every entry of a record at `*`. */
export type FieldPath = readonly string[];

/** What a consumer may find at one place of an event. */
export interface Field {
  readonly path: FieldPath;
  /** The types it may have, and what is said of the values of each. */
  readonly types: ReadonlyMap<JsonType, Limits>;
  /** Whether it is there wherever the object around it is. */
  readonly isRequired: boolean;
}

/** The fields of an event by the text of their paths, in the order of the schema. */
export type Fields = ReadonlyMap<string, Field>;

/** The path as text: `data.items[].sku`, `data.metadata.*`; the event itself is `event`. */
export function pathText(path: FieldPath): string {
  if (path.length === 0) return 'event';
  return path.reduce((text, key) => {
    if (key === '[]') return `${text}[]`;
    if (key !== '*' && !/^[\w$-]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** The path that a text of `pathText` names. */
export function pathOf(text: string): FieldPath {
  if (text === 'event') return [];
  const parts = text.match(/\[\]|\["(?:[^"\\]|\\.)*"\]|[^.[\]]+/g) ?? [];
  return parts.map((part) => (part.startsWith('["') ? (JSON.parse(part.slice(1, -1)) as string) : part));
}

const known = new WeakMap<Provider, Map<string, Fields>>();

/** The fields of an event type: in one form, or whatever its forms have between them. */
export function fieldsOf(provider: Provider, type: string, form?: EventForm): Fields {
  const forms = form === undefined ? formsOf(provider, type) : [form];
  const key = [type, ...forms.flatMap(({ shape, envelope }) => [shape.name, envelope.name])].join(' ');
  const ofProvider = known.get(provider) ?? new Map<string, Fields>();
  known.set(provider, ofProvider);
  const found = ofProvider.get(key) ?? joinSchemas(forms.map((each) => schemaJson(eventSchema(provider, type, each))));
  ofProvider.set(key, found);
  return found;
}

/** One object that a schema describes, as it is walked: how often, and how often it must have each field. */
interface Place {
  readonly path: FieldPath;
  readonly types: Map<JsonType, Limits>;
  /** How many of the schemas here are of an object. */
  objects: number;
  /** How many of the objects around it must have it. */
  required: number;
}

/** The fields that values of any of the schemas have. */
function joinSchemas(schemas: readonly SchemaJson[]): Fields {
  const places = new Map<string, Place>();
  const walk = (schema: SchemaJson, path: FieldPath, isRequired: boolean) => {
    const key = pathText(path);
    const place = places.get(key) ?? { path, types: new Map<JsonType, Limits>(), objects: 0, required: 0 };
    places.set(key, place);
    if (isRequired) place.required++;
    for (const branch of branchesOf(schema)) {
      const before = place.types.get(branch.type);
      const limits = limitsOf(branch);
      place.types.set(branch.type, before === undefined ? limits : joined(before, limits));
      if (branch.type === 'object') place.objects++;
      for (const [inner, name, must] of innerOf(branch)) walk(inner, [...path, name], must);
    }
  };
  for (const schema of schemas) walk(schema, [], true);
  return new Map(
    [...places].map(([key, { path, types, required }]) => {
      const around = places.get(pathText(path.slice(0, -1)));
      return [key, { path, types, isRequired: path.length === 0 || required === around?.objects }];
    }),
  );
}

/** The schemas inside a schema, each with its key and whether it must be there. */
function innerOf(schema: SchemaJson): [SchemaJson, key: string, isRequired: boolean][] {
  const { properties = {}, required = [], additionalProperties, items, prefixItems = [] } = schema;
  const own = Object.entries(properties).map(([name, inner]): [SchemaJson, string, boolean] => [
    inner,
    name,
    required.includes(name),
  ]);
  const entries = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
  return [
    ...own,
    ...(entries ? [[additionalProperties, '*', false] satisfies [SchemaJson, string, boolean]] : []),
    ...[...prefixItems, ...(typeof items === 'object' ? [items] : [])].map((inner): [SchemaJson, string, boolean] => [
      inner,
      '[]',
      false,
    ]),
  ];
}

/** Whether any schema says what stands at `path`: as a field, as a record's entry, or within what is open. */
export function describes(fields: Fields, path: FieldPath): boolean {
  let at: FieldPath = [];
  for (const key of path) {
    const around = fields.get(pathText(at));
    if (around === undefined) return false;
    const next = [...at, key];
    if (fields.has(pathText(next))) at = next;
    else if (key !== '[]' && fields.has(pathText([...at, '*']))) at = [...at, '*'];
    else return around.types.has('any') || around.types.get('object')?.isOpen === true;
  }
  return true;
}
