import { describe, expect, test } from 'vitest';
import { nameOf, type Provider } from '../../src/define/index.ts';
import { verify } from '../../src/delivery/index.ts';
import { fromBase64 } from '../../src/signing/secret.ts';
import { providers } from '../../src/providers/index.ts';
import { renderVectors, vectorsOf, type SignatureVector } from '../../src/vectors/index.ts';
import { repeated } from '../laws/every.ts';
import { acme } from '../support/acme.ts';

interface VectorFile {
  readonly keys: { readonly [Name: string]: string };
  readonly vectors: readonly SignatureVector[];
}

const all = [acme, ...providers].map((provider) => ({ name: nameOf(provider), provider }));

async function fileOf(provider: Provider): Promise<VectorFile> {
  const [text] = (await renderVectors(provider)).values();
  return JSON.parse(text!) as VectorFile;
}

describe.each(all)('the vectors of $name', async ({ provider }) => {
  const { keys, vectors } = await fileOf(provider);

  test('are at least 20 valid and 40 invalid, each with an id of its own', () => {
    const count = (verdict: string) => vectors.filter((vector) => vector.verdict === verdict).length;
    if (provider !== acme) expect(count('valid')).toBeGreaterThanOrEqual(20);
    expect(count('invalid')).toBeGreaterThanOrEqual(40);
    expect(repeated(vectors.map(({ id }) => id))).toEqual([]);
  });

  test('are judged by verify() as they say, for the reasons that they say', async () => {
    const tolerance = provider.delivery.tolerance.value;
    for (const { id, reasons, key, now, request } of vectors) {
      const { method, headers, body } = request;
      const delivered = new Request('http://localhost/', { method, headers, body: fromBase64(body)! });
      const options = now === undefined || tolerance === undefined ? {} : { now, tolerance };
      const verdict = await verify(provider, delivered, keys[key]!, options);
      expect({ id, reasons: verdict.reasons.map(({ code }) => code) }).toEqual({ id, reasons });
    }
  });

  test('say a reason exactly where they are refused, and why where nothing is decided', () => {
    for (const { id, verdict, reasons, note } of vectors) {
      if (verdict === 'undecided') expect({ id, note }).toEqual({ id, note: expect.stringMatching(/./) });
      else expect({ id, isRefused: reasons.length > 0 }).toEqual({ id, isRefused: verdict === 'invalid' });
    }
  });

  test('are the same every time', async () => {
    expect(await vectorsOf(provider)).toEqual(vectors);
  });
});
