import { Parser } from '@asyncapi/parser';
import { validate } from '@readme/openapi-parser';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
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
  readonly webhooks: {
    readonly [Type: string]: {
      readonly post: { readonly requestBody: { readonly content: { readonly [ContentType: string]: Media } } };
    };
  };
  readonly components: { readonly schemas: { readonly [Name: string]: object } };
}
interface Media {
  readonly schema: object;
  readonly examples: { readonly typical: { readonly value: object } };
}
interface Asyncapi {
  readonly components: {
    readonly schemas: { readonly [Name: string]: object };
    readonly messages: {
      readonly [Type: string]: { readonly payload: object; readonly examples: readonly { readonly payload: object }[] };
    };
  };
}

/** Whether a value is of a schema that refers to those of a document. */
function schemasIn(text: string): (schema: object, value: unknown) => boolean {
  const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, keywords: ['components'] });
  addFormats.default(ajv);
  const { components } = JSON.parse(text) as { readonly components: object };
  ajv.addSchema({ $id: 'urn:hookproof:document', components });
  const known = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const absolute = JSON.stringify(schema).replaceAll('"#/', '"urn:hookproof:document#/');
    const isValid = known.get(absolute) ?? ajv.compile(JSON.parse(absolute) as object);
    known.set(absolute, isValid);
    return isValid(value);
  };
}

/** The documents that are read by what is slow in every run. "npm run check:contracts" has all of them read. */
const some = process.env['MODE'] === 'contracts' ? all : all.filter(({ name }) => /^(acme|useepay@2024)/.test(name));

describe.each(all)('the documents of $name', ({ provider }) => {
  const openapi = textOf(provider, 'openapi.json');
  const { webhooks, components } = JSON.parse(openapi) as Openapi;

  test('are accepted by an OpenAPI parser', async () => {
    expect(await validate(JSON.parse(openapi))).toMatchObject({ valid: true, warnings: [] });
  });

  test('say the same in both formats', () => {
    const asyncapi = JSON.parse(textOf(provider, 'asyncapi.json')) as Asyncapi;
    const { messages, schemas } = asyncapi.components;
    const { headers: _, ...shared } = schemas;
    expect(shared).toEqual(components.schemas);
    expect(Object.keys(messages)).toEqual(types(provider));
    for (const type of types(provider)) {
      const { schema, examples } = mediaOf(webhooks, type);
      expect(messages[type]!.payload).toEqual(schema);
      expect(messages[type]!.examples.map(({ payload }) => payload)).toEqual([examples.typical.value]);
    }
  });
});

function mediaOf(webhooks: Openapi['webhooks'], type: string): Media {
  return Object.values(webhooks[type]!.post.requestBody.content)[0]!;
}

describe.each(some)('the documents of $name', ({ provider }) => {
  test('are accepted by an AsyncAPI parser', async () => {
    expect(await problemsOf(textOf(provider, 'asyncapi.json'))).toEqual([]);
  });

  test('have an example of every event, which ajv finds to be of the schema beside it', () => {
    const openapi = textOf(provider, 'openapi.json');
    const { webhooks } = JSON.parse(openapi) as Openapi;
    expect(Object.keys(webhooks)).toEqual(types(provider));
    const isOf = schemasIn(openapi);
    for (const type of types(provider)) {
      const { schema, examples } = mediaOf(webhooks, type);
      expect(isOf(schema, examples.typical.value)).toBe(true);
      expect(isOf(schema, {})).toBe(false);
    }
  });
});

test('the OpenAPI parser refuses a webhook without responses that say what they are', async () => {
  const text = textOf(acme, 'openapi.json').replace(/"description": ?"The delivery is not acknowledged."/, '');
  expect(await validate(JSON.parse(text))).toMatchObject({ valid: false });
});

test('the AsyncAPI parser refuses an action that there is not', async () => {
  const text = textOf(acme, 'asyncapi.json').replace(/"action": ?"send"/, '"action":"throw"');
  expect(await problemsOf(text)).not.toEqual([]);
});
