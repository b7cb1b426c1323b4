import { describe, expect, test } from 'vitest';
import { curl } from '../../src/conformance/curl.ts';
import { sentBy } from './replay.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const attempt = (body: Uint8Array<ArrayBuffer>) => ({
  url: 'http://localhost/',
  method: 'POST',
  headers: { 'X-Empty': '', 'X-Quote': "it's" },
  body,
});

describe('curl()', () => {
  test.each(['{"a":"it\'s"}', '{"city":"虎ノ門","mood":"🙂"}\n', '\t100 %', ''])('writes %j as it is', (text) => {
    const command = curl(attempt(bytes(text)));
    expect(command).toContain('--data-raw');
    expect(sentBy([command])[0]).toEqual({
      method: 'POST',
      url: 'http://localhost/',
      headers: { 'x-empty': '', 'x-quote': "it's" },
      body: text,
    });
  });

  test.each(['a\0b', '\ufeff{"mark":"first"}', `{"turned":"\u202e","percent":"100 %d \\n it's"}`, 'escape \u001b[31m'])(
    'writes %j byte by byte, so that it is seen and sent as it was',
    (text) => {
      const command = curl(attempt(bytes(text)));
      expect(command).toMatch(/^printf '[\u0020-\u007e]+' \| curl [\u0020-\u007e]+ --data-binary @-$/);
      expect(sentBy([command])[0]!.body).toBe(text);
    },
  );

  test('keeps bytes that are no text', () => {
    expect(curl(attempt(new Uint8Array([0x7b, 0xff, 0x7d])))).toMatch(/^printf '\{\\377\}' \| curl /);
  });
});
