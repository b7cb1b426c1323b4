import type { Attempt } from '../../delivery/index.ts';
import type { Check } from '../check.ts';

/** Other ways to write a header's name. */
const cases: { readonly [Name: string]: (name: string) => string } = {
  'in lower case': (name) => name.toLowerCase(),
  'in capitals': (name) => name.toUpperCase(),
};

export const readsHeaderNamesInAnyCase: Check = {
  id: 'reads-header-names-in-any-case',
  group: 'authenticity',
  level: 'MUST',
  title: 'Reads headers whatever the case of their names, which proxies and HTTP/2 change',
  source: 'RFC 9110 section 5.1; RFC 9113 section 8.2; Standard Webhooks 1.0.0',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      for (const [name, write] of Object.entries(cases)) {
        const attempt = examination.sign(examination.fresh(fixture)).then((usual) => {
          const headers = Object.entries(usual.headers).map(([header, value]) => [write(header), value]);
          return { ...usual, headers: Object.fromEntries(headers) as Attempt['headers'] };
        });
        await examination.expectAcknowledged(fixture, `header names ${name}`, attempt, plain);
      }
    }
  },
};
