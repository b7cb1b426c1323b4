import type { Check } from '../check.ts';

/** Other ways to write a media type. */
const spellings: { readonly [Name: string]: (type: string) => string } = {
  'with a charset': (type) => `${type}; charset=utf-8`,
  'with a charset and no space': (type) => `${type};charset=UTF-8`,
  'in capitals': (type) => type.toUpperCase(),
};

export const acceptsContentTypeParameters: Check = {
  id: 'accepts-content-type-parameters',
  group: 'answers',
  level: 'SHOULD',
  title: 'Reads the content type with and without a charset, in capitals and small letters',
  source: 'RFC 9110 section 8.3.1; the headers of the provider, which name no charset',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const [name, write] of Object.entries(spellings)) {
        const attempt = examination.sign(examination.fresh(fixture)).then((usual) => {
          return { ...usual, headers: { ...usual.headers, 'Content-Type': write(usual.headers['Content-Type']!) } };
        });
        await examination.expectAcknowledged(fixture, `the content type ${name}`, attempt, plain);
      }
    }
  },
};
