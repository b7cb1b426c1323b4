import { nameOf, rowsOf, type Provider } from '../define/index.ts';
import { buildEvent, variantOf } from '../fixture/index.ts';
import { schemaBundle, schemaRef } from './bundle.ts';
import { commentOf } from './comment.ts';
import { describe } from './openapi.ts';
import { headersOf, wireOf } from './wire.ts';

/** The AsyncAPI 3 description of a provider version that sends events, with one example for each event. */
export function asyncapiOf(provider: Provider): object {
  const { delivery } = provider;
  const fields = headersOf(delivery);
  const headers = {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
    required: fields.map(({ name }) => name),
  };
  const messages = rowsOf(provider).map(([type, row]) => {
    const { contentType, schema, valueOf } = wireOf(delivery, schemaRef(type));
    const payload = valueOf(buildEvent(provider, type, variantOf(provider, type, 'typical')));
    return [
      type,
      {
        name: type,
        title: type,
        summary: row.summary,
        description: commentOf(row),
        contentType,
        headers: schemaRef('headers'),
        payload: schema,
        examples: [{ name: 'typical', payload }],
      },
    ] as const;
  });
  const refs = (before: string) => messages.map(([type]) => [type, { $ref: `${before}/${type}` }] as const);
  return {
    asyncapi: '3.0.0',
    info: { title: `Webhooks of ${provider.name}`, version: provider.version, description: describe(provider) },
    channels: {
      // The merchant says at the provider where it listens.
      endpoint: { address: null, title: nameOf(provider), messages: Object.fromEntries(refs('#/components/messages')) },
    },
    operations: {
      deliver: {
        action: 'send',
        channel: { $ref: '#/channels/endpoint' },
        summary: `${provider.name} posts an event to the receiver.`,
        bindings: { http: { method: delivery.method.value, bindingVersion: '0.3.0' } },
        messages: refs('#/channels/endpoint/messages').map(([, ref]) => ref),
      },
    },
    components: { messages: Object.fromEntries(messages), schemas: { ...schemaBundle(provider), headers } },
  };
}
