import type { Provider } from '../../define/index.ts';
import type { Check } from '../check.ts';

export const acceptsWithoutUnderscoreHeaders: Check = {
  id: 'accepts-without-underscore-headers',
  group: 'authenticity',
  level: 'SHOULD',
  title: 'Does without the headers that many proxies drop for the underscore in their names',
  source:
    'https://nginx.org/en/docs/http/ngx_http_core_module.html#underscores_in_headers; delivery.headers of the provider',
  inapplicable: (provider) => (droppedHeaders(provider).length === 0 ? 'this version sends no such header' : undefined),
  async run(examination) {
    const dropped = droppedHeaders(examination.provider);
    for (const fixture of examination.oneForEachObject) {
      const plain = await examination.plainAnswer(fixture);
      if (plain === undefined) continue;
      const delivery = `without ${dropped.map((name) => `"${name}"`).join(', ')}`;
      const left = examination.sign(examination.fresh(fixture)).then((attempt) => {
        const kept = Object.entries(attempt.headers).filter(([name]) => !dropped.includes(name));
        return { ...attempt, headers: Object.fromEntries(kept) };
      });
      await examination.expectAcknowledged(fixture, delivery, left, plain);
    }
  },
};

/** The headers that a proxy may drop, and that are not needed to verify. */
function droppedHeaders({ delivery: { headers, signature, timestamp } }: Provider): string[] {
  const needed = new Set([signature.value.header, timestamp.value?.header]);
  return Object.keys(headers).filter((name) => name.includes('_') && !needed.has(name));
}
