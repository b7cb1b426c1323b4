import * as z from 'zod';
import { formsOf, rowOf, type EventForm, type Provider } from '../define/index.ts';
import { commentOf } from './comment.ts';
import { jsonSchemaOf, withFieldAt, type JsonSchema } from './json-schema.ts';
import { pinnedJsonSchema } from './object-schema.ts';

/** The schema of the object that stands in an event of one form. */
type ObjectPlace = (form: EventForm) => JsonSchema;

/** The JSON Schema of one event type in any of its forms, whole unless another `object` is to stand in it. */
export function eventJsonSchema(provider: Provider, type: string, object?: ObjectPlace): JsonSchema {
  const row = rowOf(provider, type);
  const place = object ?? (({ shape }) => pinnedJsonSchema(row, shape));
  const forms = formsOf(provider, type).map((form) => {
    const { schema, paths } = form.envelope;
    const envelope = jsonSchemaOf(schema(z.literal([type, ...row.spellings]), z.unknown()));
    return { comment: commentOf(form.envelope), schema: withFieldAt(envelope, paths.object, place(form)) };
  });
  const head = { title: type, description: row.summary };
  const [first, ...others] = forms;
  if (others.length === 0)
    return { ...head, $comment: `Event: ${commentOf(row)}\nEnvelope: ${first!.comment}`, ...first!.schema };
  const anyOf = forms.map(({ comment, schema }) => ({ $comment: `Envelope: ${comment}`, ...schema }));
  return { ...head, $comment: `Event: ${commentOf(row)}`, anyOf };
}
