import { rowOf, rowsOf, type Provider } from '../define/index.ts';
import { eventJsonSchema } from './event-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { objectsOf, pinsJsonSchema, shapeJsonSchema, shapeName } from './object-schema.ts';

/** Where OpenAPI and AsyncAPI keep schemas. */
const place = '#/components/schemas/';

/** A reference to a schema of the bundle. */
export function schemaRef(name: string): { readonly $ref: string } {
  return { $ref: place + name };
}

/** Every event and object of a provider version by name, as schemas that refer to each other. */
export function schemaBundle(provider: Provider): { [Name: string]: JsonSchema } {
  const objects = objectsOf(provider).flatMap((object) =>
    object.shapes.map((shape) => [shapeName(object, shape), shapeJsonSchema(object, shape)] as const),
  );
  const events = rowsOf(provider).map(([type]) => [type, eventReferring(provider, type)] as const);
  return Object.fromEntries([...events, ...objects]);
}

function eventReferring(provider: Provider, type: string): JsonSchema {
  const row = rowOf(provider, type);
  return eventJsonSchema(provider, type, ({ shape }) => {
    const object: JsonSchema = schemaRef(shapeName(row.object, shape));
    const pins = pinsJsonSchema(row, shape);
    return pins === undefined ? object : { allOf: [object, pins] };
  });
}
