import { describe, expect, test } from 'vitest';
import { withoutSecrets } from '../../src/conformance/redact.ts';
import { generateKeys } from '../../src/signing/index.ts';
import { latest as useepay } from '../../src/providers/useepay/index.ts';

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';

describe('withoutSecrets()', () => {
  test('replaces a secret wherever it stands, in keys too', () => {
    const value = { [`a ${secret}`]: [`x${secret}y${secret}`, { deep: secret }, 1, null] };
    expect(withoutSecrets(value, [secret])).toEqual({
      'a [secret]': ['x[secret]y[secret]', { deep: '[secret]' }, 1, null],
    });
  });

  test.each([
    ['cut off', secret.slice(0, 25)],
    ['cut off at its beginning', secret.slice(20)],
    ['as base64', btoa(secret)],
    ['with a line break in it', `${secret.slice(0, 20)}\n${secret.slice(20)}`],
  ])('replaces a secret %s', (_, shown) => {
    for (const padding of ['', '.', '..', '...', '....', '.....'])
      expect(withoutSecrets(`${padding}${shown}.`, [secret])).toMatch(/^\.*(\[secret\]\s?)+=*\.$/);
  });

  test('replaces every line of a private key, however it is spelled', async () => {
    const { signing } = await generateKeys(useepay);
    const content = signing.replaceAll(/-----[A-Z ]+-----|\s/g, '');
    for (const shown of [
      signing,
      JSON.stringify({ signing }),
      signing.replaceAll(/\s+/g, ' '),
      encodeURIComponent(signing),
    ]) {
      const redacted = withoutSecrets(`before ${shown} after`, [signing]);
      expect(redacted).toMatch(/^before .* after$/s);
      for (let at = 0; at + 20 <= content.length; at += 20) expect(redacted).not.toContain(content.slice(at, at + 20));
    }
  });

  test('lets be what is no secret, and what is too short to be one', () => {
    const text = 'status 200: the quick brown fox';
    expect(withoutSecrets(text, [secret, '', 'ox', ' '])).toBe(text);
  });
});
