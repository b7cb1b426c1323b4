import { Parser } from '@asyncapi/parser';
import { validate } from '@readme/openapi-parser';
import { describe, expect, test } from 'vitest';
import { nameOf, rowsOf, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { renderSchemas } from '../../src/schema/index.ts';
import { acme } from '../support/acme.ts';

const all = [acme, ...providers].map((provider) => ({ name: nameOf(provider), provider }));
const types = (provider: Provider) => rowsOf(provider).map(([type]) => type);

function textOf(provider: Provider, file: string): string {
  return renderSchemas(provider).get(`contracts/${provider.name}/${provider.version}/${file}`)!;
}

/** What the AsyncAPI parser finds wrong. That 3.1 is out is no fault. */
async function problemsOf(text: string): Promise<string[]> {
  const { diagnostics } = await new Parser().parse(text);
  return diagnostics
    .filter(({ code }) => code !== 'asyncapi-latest-version')
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
}

interface Openapi {
  readonly webhooks: { readonly [Type: string]: object };
}
interface Asyncapi {
  readonly components: { readonly messages: { readonly [Type: string]: { readonly examples: readonly object[] } } };
}

describe.each(all)('the documents of $name', ({ provider }) => {
  test('are accepted by an OpenAPI parser, with every event and an example each', async () => {
    const text = textOf(provider, 'openapi.json');
    const { webhooks } = JSON.parse(text) as Openapi;
    expect(Object.keys(webhooks)).toEqual(types(provider));
    for (const webhook of Object.values(webhooks)) expect(webhook).toMatchObject(exampleIn(provider));
    expect(await validate(JSON.parse(text))).toMatchObject({ valid: true, warnings: [] });
  });

  test('are accepted by an AsyncAPI parser, with every event and an example each', async () => {
    const text = textOf(provider, 'asyncapi.json');
    const { messages } = (JSON.parse(text) as Asyncapi).components;
    expect(Object.keys(messages)).toEqual(types(provider));
    for (const { examples } of Object.values(messages)) expect(examples).toHaveLength(1);
    expect(await problemsOf(text)).toEqual([]);
  });
});

test('the OpenAPI parser refuses a webhook without responses that say what they are', async () => {
  const text = textOf(acme, 'openapi.json').replace(/"description": ?"The delivery is not acknowledged."/, '');
  expect(await validate(JSON.parse(text))).toMatchObject({ valid: false });
});

test('the AsyncAPI parser refuses an example that is not of the schema', async () => {
  const text = textOf(acme, 'asyncapi.json').replace(/"amount": ?2599/, '"amount": "2599"');
  expect(await problemsOf(text)).not.toEqual([]);
});

/** What every webhook must have: a body with an example. */
function exampleIn(provider: Provider): object {
  const isForm = provider.delivery.encoding.value.kind === 'form';
  const contentType = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const value = expect.objectContaining(isForm ? { data: expect.anything() as unknown } : {}) as unknown;
  return { post: { requestBody: { content: { [contentType]: { examples: { typical: { value } } } } } } };
}
