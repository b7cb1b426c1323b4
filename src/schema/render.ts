import { rowsOf, type Provider } from '../define/index.ts';
import { jsonText } from '../fixture/index.ts';
import { asyncapiOf } from './asyncapi.ts';
import { eventJsonSchema } from './event-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { objectJsonSchema, objectsOf } from './object-schema.ts';
import { openapiOf } from './openapi.ts';

/** Renders a provider version's JSON Schemas, one for each event and each object, and the documents that join them. */
export function renderSchemas(provider: Provider): Map<string, string> {
  const folder = `contracts/${provider.name}/${provider.version}`;
  const named = (kind: string, name: string, schema: JsonSchema) => {
    const file = name.replaceAll(' ', '_');
    const $id = `urn:hookproof:${provider.name}:${provider.version}:${kind}:${file}`;
    const document = { $schema: 'https://json-schema.org/draft/2020-12/schema', $id, ...schema };
    return [`${folder}/schemas/${kind}/${file}.json`, jsonText(document)] as const;
  };
  return new Map([
    ...rowsOf(provider).map(([type]) => named('events', type, eventJsonSchema(provider, type))),
    ...objectsOf(provider).map((object) => named('objects', object.name, objectJsonSchema(object))),
    [`${folder}/openapi.json`, jsonText(openapiOf(provider))],
    [`${folder}/asyncapi.json`, jsonText(asyncapiOf(provider))],
  ]);
}
