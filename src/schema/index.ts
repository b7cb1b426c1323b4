export { eventJsonSchema } from './event-schema.ts';
export type { JsonSchema } from './json-schema.ts';
export { objectJsonSchema } from './object-schema.ts';
export { renderSchemas } from './render.ts';
