import { defineProvider, documented, fact, type Provider } from '../../src/define/index.ts';
import { providers } from '../../src/providers/index.ts';
import { acme } from '../support/acme.ts';

const said = documented('https://example.com/acme, read 2026-11-22');
const { delivery } = acme;
const { signature } = delivery;

/** The invented provider as it was before: it posted forms. */
const before = defineProvider({
  ...acme,
  version: '2023-09-01',
  delivery: {
    ...delivery,
    encoding: fact({ kind: 'form', field: 'payload' }, said),
    headers: { ...delivery.headers, 'Content-Type': fact('application/x-www-form-urlencoded', said) },
    signature: { ...signature, value: { ...signature.value, signedText: '{timestamp}.{json}' } },
  },
});

/** The versions before one, oldest first. */
export function previousOf(provider: Provider): readonly Provider[] {
  if (provider === acme) return [before];
  const versions = providers.filter(({ name }) => name === provider.name);
  return versions.slice(0, Math.max(0, versions.indexOf(provider)));
}
