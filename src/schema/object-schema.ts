import {
  objectSchema,
  pinsOf,
  rowsOf,
  type EventDefinition,
  type ObjectDefinition,
  type ObjectShape,
  type Provider,
} from '../define/index.ts';
import { comment, commentFields, commentOf } from './comment.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';

/** Every object of a provider version, in the order in which the catalogue has them. */
export function objectsOf(provider: Provider): ObjectDefinition[] {
  return [...new Set(rowsOf(provider).map(([, row]) => row.object))];
}

/** What an object's shape is called among others: `payment_intent.create-at`, or `order` where there is only one. */
export function shapeName(object: ObjectDefinition, shape: ObjectShape): string {
  const name = object.name.replaceAll(' ', '_');
  return object.shapes.length === 1 ? name : `${name}.${shape.name}`;
}

/** The JSON Schema of an object in one of its shapes, with how sure each statement is in `$comment`. */
export function shapeJsonSchema(object: ObjectDefinition, shape: ObjectShape): JsonSchema {
  const schema = jsonSchemaOf(shape.schema);
  commentFields(schema, shape.fields);
  return { title: shapeName(object, shape), $comment: commentOf(shape), ...schema };
}

/** The JSON Schema of an object in any of its shapes. */
export function objectJsonSchema(object: ObjectDefinition): JsonSchema {
  const shapes = object.shapes.map((shape) => shapeJsonSchema(object, shape));
  return shapes.length === 1 ? shapes[0]! : { title: object.name, anyOf: shapes };
}

/** The JSON Schema of an object as a row carries it: with the row's pins in place of what the object may be. */
export function pinnedJsonSchema(row: EventDefinition, shape: ObjectShape): JsonSchema {
  const schema = jsonSchemaOf(objectSchema(row, shape));
  commentFields(schema, shape.fields);
  commentPins(schema, row);
  return { title: shapeName(row.object, shape), $comment: commentOf(shape), ...schema };
}

/** What a row alone says of its object: the pinned fields, to be joined to the object's own schema. */
export function pinsJsonSchema(row: EventDefinition, shape: ObjectShape): JsonSchema | undefined {
  const fields = pinsOf(row).map(([field]) => field);
  if (fields.length === 0) return undefined;
  const { properties = {} } = pinnedJsonSchema(row, shape);
  return { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, properties[field]!])) };
}

function commentPins(schema: JsonSchema, row: EventDefinition): void {
  for (const [field, choices] of pinsOf(row))
    for (const { pin } of choices) comment(schema, [field], `${JSON.stringify(pin.value)} is ${commentOf(pin)}`);
}
