import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/conformance/index.ts';
import { script, scriptHash } from '../../../src/conformance/reporters/html/script.ts';
import { style, styleHash } from '../../../src/conformance/reporters/html/style.ts';
import { check, failed, finding, hostileReport, report } from './sample.ts';

/** The tags of a page, as a browser would read them: a quoted attribute may hold anything but its quote. */
const tagsOf = (page: string) => [
  ...page
    .replace(style, '')
    .replace(script, '')
    .matchAll(/<(\/?[a-z!][a-z0-9-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi),
];

const withoutTags = (page: string) =>
  tagsOf(page).reduce((text, [tag]) => text.replace(tag, ' '), page.replace(style, '').replace(script, ''));

describe('renderHtml()', () => {
  test('lets nothing run or load but its own script and style', () => {
    const page = renderHtml(hostileReport);
    const sha = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    expect({ scriptHash, styleHash }).toEqual({ scriptHash: sha(script), styleHash: sha(style) });
    expect(page).toContain(`<script>${script}</script>`);
    expect(page).toContain(`<style>${style}</style>`);
    expect(page).toContain(
      `content="default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(`${style}${script}`).not.toMatch(/url\(|@import|fetch|https?:/);
  });

  test.each([
    ['that is hostile', hostileReport],
    ['of every kind', report([check(), failed({}, finding({ response: { status: 200, body: '{}' } }))])],
  ])('makes of a report %s no tag or attribute but its own', (_, hostile) => {
    const page = renderHtml(hostile);
    expect(withoutTags(page)).not.toMatch(/[<>]/);
    for (const [, name, attributes] of tagsOf(page)) {
      expect(['img', 'iframe', 'object', 'link', 'base', 'form']).not.toContain(name);
      expect(attributes).not.toMatch(/\son\w+=|\ssrc=|\sstyle=/);
      const href = /\shref="([^"]*)"/.exec(attributes!)?.[1];
      expect(href ?? '#').toMatch(/^(#[\w-]+|#|https:\/\/example\.com\/acme)$/);
    }
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  test('closes every element that it opens', () => {
    const open: string[] = [];
    const empty = new Set(['meta', '!doctype', 'br', 'rect', 'line', 'circle']);
    for (const [, name] of tagsOf(renderHtml(hostileReport))) {
      if (name!.startsWith('/')) expect(open.pop()).toBe(name!.slice(1));
      else if (!empty.has(name!.toLowerCase())) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('spells out what would not be seen', () => {
    const page = renderHtml(hostileReport);
    // oxlint-disable-next-line no-control-regex -- controls are what is looked for
    expect(page).not.toMatch(/[\u0000\u001b\u202e]/);
    expect(page).toContain(String.raw`\u0000\u001b[31m\u202e\ud800`);
  });

  test('gives every id once, and points to none that is not there', () => {
    const checks = [
      failed({ id: 'a' }, finding(), finding({ delivery: 'method GET' })),
      failed({ id: 'b', group: 'effects' }),
      check({ id: 'c' }),
    ];
    const page = renderHtml(report(checks));
    const idsIn = (attribute: string) =>
      [...page.matchAll(new RegExp(`\\s${attribute}="#?([^"]+)"`, 'g'))].map(([, id]) => id!);
    const ids = idsIn('id');
    expect(ids).toEqual([...new Set(ids)]);
    const targets = [
      ...idsIn('aria-labelledby'),
      ...idsIn('aria-controls'),
      ...[...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!),
    ];
    expect(targets.length).toBeGreaterThan(5);
    for (const target of targets) expect(ids).toContain(target);
  });

  test('shows a finding with all that is known of it', () => {
    const shown = finding({
      effects: [{ path: 'orders.0.status', from: 'paid', to: 'pending' }],
      timeline: [
        { at: 0, delivery: 'charge.created of ch_1', answer: 'status 200' },
        { at: 7_200_000, delivery: 'charge.created of ch_1, again', answer: 'answer lost' },
      ],
      request: { method: 'PUT', url: 'http://localhost/hooks?a=1', headers: { 'X-A': 'b' }, body: '{"a":[1]}' },
      response: { status: 418, contentType: 'text/plain', body: 'a teapot' },
    });
    const changed = finding({ payload: [{ path: 'data.amount', from: 100, to: 101 }] });
    const page = renderHtml(report([failed({}, shown, changed)], { passed: false }));
    const text = withoutTags(page).replaceAll(/\s+/g, ' ');
    for (const part of [
      'A MUST is broken',
      'data.amount',
      '101',
      '&quot;pending&quot;',
      '+2 h',
      'answer lost',
      'PUT /hooks?a=1',
      'X-A',
      '418, text/plain',
      'a teapot',
      'Seed abc',
    ])
      expect(text).toContain(part);
    expect(page).toContain('{\n  &quot;a&quot;: [\n    1\n  ]\n}');
  });

  test('shows a body as it came where indenting it would change it', () => {
    const body = '{"a":1.0,"a":2}';
    const request = { method: 'POST', url: 'http://localhost/', headers: {}, body };
    expect(renderHtml(report([failed({}, finding({ request }))]))).toContain('{&quot;a&quot;:1.0,&quot;a&quot;:2}');
  });
});
