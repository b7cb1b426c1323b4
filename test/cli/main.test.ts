import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { signedRequest } from '../../src/delivery/index.ts';
import { fixture } from '../../src/fixture/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { run } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookproof-cli-'));
const outside = mkdtempSync(join(tmpdir(), 'hookproof-outside-'));
afterAll(() => [folder, outside].forEach((path) => rmSync(path, { recursive: true })));

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const json = async (...words: string[]) => JSON.parse((await run(words)).out) as unknown;

describe('hookproof', () => {
  test.each([[], ['--help'], ['help']])('explains itself', async (...words) => {
    const { code, out, err } = await run(words);
    expect([code, err]).toEqual([0, '']);
    for (const command of ['check', 'checks', 'events', 'fixture', 'send', 'serve', 'verify', 'keys', 'pact', 'diff'])
      expect(out).toContain(`\n  ${command} `);
  });
  test('explains each command', async () => {
    for (const command of ['check', 'checks', 'events', 'fixture', 'send', 'serve', 'verify', 'keys', 'pact', 'diff']) {
      const { code, out } = await run([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`hookproof ${command}`);
    }
  });
  test('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: '0.0.0-test\n', err: '' });
  });
});

describe('hookproof events', () => {
  test('--json lists every row of every version', async () => {
    const rows = (await json('events', '--json')) as {
      provider: string;
      version: string;
      source: string;
      confidence: string;
      variants: string[];
    }[];
    const count = (name: string) => rows.filter(({ provider, version }) => `${provider}@${version}` === name).length;
    expect(['smartpay@2022-02-18', 'useepay@2024-10', 'useepay@2025-11-06', 'useepay@2026-04'].map(count)).toEqual([
      20, 25, 25, 27,
    ]);
    expect(rows).toHaveLength(97);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['provider', 'version', 'type', 'object', 'confidence', 'source', 'variants']);
      expect(row.source).toMatch(/, read \d{4}-\d\d-\d\d$/);
      expect(row.variants).toEqual(expect.arrayContaining(['typical', 'minimal']));
    }
  });
  test('narrows to a provider and to a version', async () => {
    expect(await json('events', 'useepay', '--json')).toHaveLength(77);
    expect(await json('events', 'useepay@2026-04', '--json')).toHaveLength(27);
    expect((await run(['events', 'smartpay'])).out).toContain('order.rejected');
  });
});

describe('hookproof fixture', () => {
  test('prints the event that fixture() makes', async () => {
    expect(await json('fixture', 'smartpay', 'order.authorized')).toEqual(fixture(smartpay, 'order.authorized'));
  });
  test('changes fields by --set, as JSON or as text', async () => {
    const set = ['--set', 'eventData.data.amount=12', '--set', 'eventData.data.reference=a=b'];
    const event = await json('fixture', 'smartpay@2022-02-18', 'order.rejected', '--variant', 'hard-decline', ...set);
    expect(event).toMatchObject({ eventData: { data: { amount: 12, reference: 'a=b', status: 'rejected' } } });
  });
  test('lets --set break the contract when --unchecked', async () => {
    expect(await json('fixture', 'smartpay', 'token.used', '--set', 'test=maybe', '--unchecked')).toMatchObject({
      test: 'maybe',
    });
  });
  test('pollutes no prototype', async () => {
    await run([
      'fixture',
      'smartpay',
      'token.used',
      '--set',
      '__proto__.polluted=1',
      '--set',
      'a={"__proto__":{"polluted":1}}',
      '--unchecked',
    ]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('hookproof verify', () => {
  const files = async (headers: 'lines' | 'json') => {
    const request = await signedRequest(smartpay, fixture(smartpay, 'order.authorized'), {
      url: 'http://localhost/',
      secret,
    });
    const lines = [...request.headers].map(([name, value]) => `${name}: ${value}`);
    writeFileSync(
      join(folder, 'headers'),
      headers === 'json'
        ? JSON.stringify(Object.fromEntries(request.headers))
        : `POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`,
    );
    writeFileSync(join(folder, 'body.json'), Buffer.from(await request.arrayBuffer()));
    return ['verify', '--provider', 'smartpay', '--headers', 'headers', '--body', 'body.json', '--key', secret];
  };
  test.each(['lines', 'json'] as const)('accepts a captured delivery with headers as %s', async (form) => {
    expect(await run(await files(form), { cwd: folder })).toEqual({ code: 0, out: 'valid\n', err: '' });
  });
  test('says why a delivery is refused, and exits 1', async () => {
    const words = await files('lines');
    writeFileSync(join(folder, 'body.json'), '{}');
    const ran = await run([...words, '--json'], { cwd: folder });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ valid: false, reasons: [{ code: 'signature-wrong' }] });
  });
  test('judges the age when given a tolerance', async () => {
    expect((await run([...(await files('lines')), '--tolerance', '60'], { cwd: folder })).code).toBe(0);
  });
});

describe('hookproof keys', () => {
  test('writes a pair that only the owner may read, and overwrites nothing', async () => {
    expect((await run(['keys', 'useepay', '--out', 'keys'], { cwd: folder })).code).toBe(0);
    expect(statSync(join(folder, 'keys/signing.key')).mode & 0o777).toBe(0o600);
    const before = readFileSync(join(folder, 'keys/signing.key'), 'utf8');
    const again = await run(['keys', 'useepay', '--out', 'keys'], { cwd: folder });
    expect([again.code, again.err]).toEqual([
      2,
      'hookproof: Cannot write "keys/signing.key": it exists; nothing was written\n',
    ]);
    expect(readFileSync(join(folder, 'keys/signing.key'), 'utf8')).toBe(before);
  });
  test('prints one secret twice where both sides share it', async () => {
    const keys = (await json('keys', 'smartpay', '--json')) as { signing: string; verifying: string };
    expect(keys.signing).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(keys.verifying).toBe(keys.signing);
  });
});

describe('hookproof with bad input says so in one line and exits 2:', () => {
  writeFileSync(join(outside, 'secret.key'), secret);
  symlinkSync(join(outside, 'secret.key'), join(folder, 'link.key'));
  writeFileSync(join(folder, 'broken.json'), '{"a":');
  writeFileSync(join(folder, 'body'), '{}');
  const url = 'http://127.0.0.1:9/webhooks';
  const check = ['check', url, '--provider', 'smartpay', '--secret', secret];
  test.each<[string, string[], string]>([
    ['unknown command', ['chekc'], 'Cannot run "chekc": it is no command; did you mean "check"'],
    ['unknown provider', ['events', 'smatpay'], 'Cannot find provider: "smatpay" is unknown; did you mean "smartpay"'],
    [
      'unknown version',
      ['events', 'useepay@2026-05'],
      'Cannot find version of useepay: "2026-05" is unknown; did you mean "useepay@2026-04"',
    ],
    [
      'unknown event',
      ['fixture', 'smartpay', 'order.authorised'],
      'Cannot find event of smartpay@2022-02-18: "order.authorised" is unknown; did you mean "order.authorized"',
    ],
    [
      'prototype as event',
      ['fixture', 'smartpay', '__proto__'],
      'Cannot find event of smartpay@2022-02-18: "__proto__" is unknown',
    ],
    [
      'unknown variant',
      ['fixture', 'smartpay', 'order.rejected', '--variant', 'soft'],
      'Cannot find variant of order.rejected: "soft" is unknown; known are "typical"',
    ],
    ['unknown flag', ['events', '--jsno'], 'Cannot run events: flag "--jsno" is unknown; did you mean "--json"'],
    ['flag without its value', ['fixture', 'smartpay', 'token.used', '--variant'], 'Cannot run fixture: '],
    ['missing argument', ['fixture', 'smartpay'], 'Cannot run: the event type is missing; usage: hookproof fixture'],
    ['missing flag', ['check', url], 'Cannot run: flag "--provider" is missing; usage: hookproof check'],
    [
      'missing secret',
      ['check', url, '--provider', 'smartpay'],
      'Cannot run: flag "--secret" and variable HOOKPROOF_SECRET are missing',
    ],
    [
      'broken contract',
      ['fixture', 'smartpay', 'token.used', '--set', 'test=maybe'],
      'Cannot build fixture token.used of smartpay@2022-02-18: "test": Invalid input: expected boolean, received string',
    ],
    [
      'setting without value',
      ['fixture', 'smartpay', 'token.used', '--set', 'test'],
      'Cannot read --set "test": it is not of the form name=value',
    ],
    [
      'no URL',
      ['check', 'localhost', ...check.slice(2)],
      'Cannot deliver to "localhost": it is not an http or https URL',
    ],
    [
      'no URL, with a password in it',
      ['check', 'http://shop:hunter22@127.0.0.1:99999/', ...check.slice(2)],
      'Cannot deliver to "http://127.0.0.1:99999/": it is not an http or https URL',
    ],
    [
      'another machine',
      ['check', 'https://example.com/hook', ...check.slice(2)],
      'Cannot deliver to "example.com": it is not this machine; pass --allow-remote',
    ],
    [
      'a lookalike of this machine',
      ['send', 'http://127.0.0.1.example.com/', 'smartpay', 'token.used', '--secret', secret],
      'Cannot deliver to "127.0.0.1.example.com": it is not this machine',
    ],
    [
      'nothing listening',
      ['check', 'http://127.0.0.1:2/', ...check.slice(2)],
      'Cannot reach receiver at "http://127.0.0.1:2/": ECONNREFUSED; is it running?',
    ],
    [
      'nothing listening, for send',
      ['send', 'http://127.0.0.1:2/', 'smartpay', 'token.used', '--secret', secret],
      'Cannot reach receiver at "http://127.0.0.1:2/"',
    ],
    [
      'port that fetch would refuse',
      check,
      'Cannot reach receiver at "http://127.0.0.1:9/webhooks": ECONNREFUSED; is it running?',
    ],
    [
      'secret that is not base62',
      [...check.slice(0, 4), '--secret', 'no-base62'],
      'Cannot read secret: it is not base62',
    ],
    [
      'secret that is no private key',
      ['check', url, '--provider', 'useepay', '--secret', 'x'],
      'Cannot read RSA key to sign with: it is not an RSA PRIVATE KEY in PEM',
    ],
    [
      'timeout that is no number',
      [...check, '--timeout', 'soon'],
      'Cannot run: flag "--timeout" is "soon", not a positive number',
    ],
    [
      'unknown placeholder',
      [...check, '--signed-text', '{bdoy}'],
      'Cannot fill "{bdoy}": "{bdoy}" is unknown; known are "{body}"',
    ],
    [
      'malformed JSON',
      ['verify', '--provider', 'smartpay', '--headers', 'broken.json', '--body', 'body', '--key', secret],
      'Cannot read headers in "broken.json": ',
    ],
    [
      'missing file',
      ['verify', '--provider', 'smartpay', '--headers', 'none', '--body', 'body', '--key', secret],
      'Cannot read "none": there is no such file',
    ],
    [
      'path outside the folder',
      ['verify', '--provider', 'smartpay', '--headers', '../../etc/passwd', '--body', 'body', '--key', secret],
      'Cannot read "../../etc/passwd": it is outside the folder',
    ],
    [
      'link out of the folder',
      [...check.slice(0, 4), '--secret', '@link.key'],
      'Cannot read "link.key": it is a link out of the folder',
    ],
    [
      'folder instead of a file',
      ['verify', '--provider', 'smartpay', '--headers', '.', '--body', 'body', '--key', secret],
      'Cannot read ".": ',
    ],
    [
      'folder that does not exist',
      ['verify', '--folder', 'nowhere', '--provider', 'smartpay', '--headers', 'h', '--body', 'body', '--key', secret],
      `Cannot read "h": folder "${join(folder, 'nowhere')}" does not exist`,
    ],
    [
      'keys outside the folder',
      ['keys', 'useepay', '--out', '../elsewhere'],
      'Cannot write "../elsewhere": it is outside the folder',
    ],
  ])('%s', async (_, words, message) => {
    const { code, out, err } = await run(words, { cwd: folder });
    expect(err).toContain(`hookproof: ${message}`);
    expect([code, out, err.trimEnd().split('\n')]).toEqual([2, '', [err.trimEnd()]]);
    expect(err).not.toContain(secret);
  });
});
