import { describe, expect, test } from 'vitest';
import { findingsOf, type Sighting } from '../../src/conformance/finding.ts';
import type { Attempt } from '../../src/delivery/index.ts';
import { sentBy } from './replay.ts';

const attempt = (body: string, over: Partial<Attempt> = {}): Attempt => ({
  url: 'http://localhost:3000/webhooks?shop=1&mode=test',
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Acme-Signature': 'c0ffee' },
  body: new TextEncoder().encode(body),
  ...over,
});

const sighting = (fixture: string, over: Partial<Sighting> = {}): Sighting => ({
  fixture,
  confidence: 'documented',
  delivery: 'signed as the provider signs',
  expected: 'status 200',
  actual: 'status 500',
  attempt: attempt('{}'),
  payload: [],
  effects: [],
  timeline: [],
  ...over,
});

describe('findingsOf()', () => {
  test('makes no finding of nothing', () => {
    expect(findingsOf([])).toEqual([]);
  });

  test('joins sightings that differ in nothing but the fixture', () => {
    const findings = findingsOf([sighting('a.created'), sighting('b.created'), sighting('c.created')]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ fixture: 'a.created', others: ['b.created', 'c.created'] });
  });

  test.each(['delivery', 'expected', 'actual'] as const)('keeps sightings apart that differ in %s', (field) => {
    const findings = findingsOf([sighting('a.created'), sighting('a.created', { [field]: 'something else' })]);
    expect(findings.map((finding) => finding[field])).toEqual([sighting('')[field], 'something else']);
  });

  test('shows the surest fixture, and the smallest of those that are equally sure', () => {
    const small = sighting('small.created', { confidence: 'inferred', attempt: attempt('0') });
    const large = sighting('large.created', { attempt: attempt('{"much":"more"}') });
    const middle = sighting('middle.created', { attempt: attempt('{"a":1}') });
    const [finding] = findingsOf([small, large, middle]);
    expect(finding).toMatchObject({ fixture: 'middle.created', confidence: 'documented' });
    expect(finding!.others).toEqual(['small.created', 'large.created']);
    expect(finding!.replay).toContain('{"a":1}');
  });

  test('names no fixture twice', () => {
    const [finding] = findingsOf(['a', 'b', 'a', 'b'].map((name) => sighting(name)));
    expect(finding).toMatchObject({ fixture: 'a', others: ['b'] });
  });

  test('has a replay in place of the attempt', () => {
    const [finding] = findingsOf([sighting('a.created')]);
    expect(Object.keys(finding!).toSorted()).toEqual(
      'actual confidence delivery effects expected fixture others payload replay request timeline'.split(' '),
    );
  });
});

describe('replay', () => {
  const bodies = {
    JSON: '{"id":"evt_1","amount":1200}',
    'single quotes': `{"name":"O'Hara","also":"''"}`,
    'what a shell would expand': '{"a":"$HOME $(id) `id` \\\\ \\" !! ~ * ? [a] {b,c} # & ; | < >"}',
    'line breaks and tabs': '{\r\n\t"a": 1\n}\n\n',
    'text that is not ASCII': '{"city":"虎ノ門","emoji":"🧾","combining":"e\u0301","bidi":"\u202e"}',
    'a form': 'data=%7B%22id%22%3A%22a+b%22%7D&x=%00',
    'what looks like an option': '-X DELETE',
    nothing: '',
  };

  test.each(Object.entries(bodies))('sends %s byte by byte', (_, body) => {
    const [finding] = findingsOf([sighting('a.created', { attempt: attempt(body) })]);
    expect(sentBy([finding!.replay])).toEqual([
      {
        method: 'POST',
        url: 'http://localhost:3000/webhooks?shop=1&mode=test',
        headers: { 'content-type': 'application/json', 'acme-signature': 'c0ffee' },
        body,
      },
    ]);
  });

  test('sends a header without a value, and one with a quote', () => {
    const headers = { 'Acme-Signature': '', 'Acme-Note': "it's; all: here" };
    const [finding] = findingsOf([sighting('a.created', { attempt: attempt('{}', { headers }) })]);
    expect(sentBy([finding!.replay])[0]!.headers).toEqual({ 'acme-signature': '', 'acme-note': "it's; all: here" });
  });

  test('sends no body with GET', () => {
    const [finding] = findingsOf([sighting('a.created', { attempt: attempt('{}', { method: 'GET' }) })]);
    expect(sentBy([finding!.replay])[0]).toMatchObject({ method: 'GET', body: '' });
    expect(finding!.replay).not.toContain('--data');
  });

  test('quotes the URL', () => {
    const url = "http://localhost/it's?a=$b";
    const [finding] = findingsOf([sighting('a.created', { attempt: attempt('{}', { url }) })]);
    expect(sentBy([finding!.replay])[0]!.url).toBe(url);
  });
});
