import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { checks, type Baseline, type ConformanceReport, type Receiver } from '../../src/conformance/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { correct, correctSubject } from '../zoo/correct.ts';
import { listenerOf, listening } from './listening.ts';
import { run, type Ran } from './support.ts';

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';
const closed = 'http://127.0.0.1:2/';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hookproof-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});
const inFolder = (name: string) => readFileSync(join(folder, name), 'utf8');

let runs = 0;
/** Each run has a seed of its own: a receiver that remembers has seen the events of an earlier one. */
const check = (url: string, ...words: string[]): Promise<Ran> =>
  run(['check', url, '--provider', 'smartpay', '--secret', secret, '--seed', `cli ${runs++}`, ...words], {
    cwd: folder,
  });
const reportOf = ({ out }: Ran) => JSON.parse(out) as ConformanceReport;

/** Answers a duplicate with 409. */
const conflicting = (): Receiver => {
  const right = correct(smartpay, secret);
  const seen = new Set<string | null>();
  return async (request) => {
    const id = request.headers.get('smartpay-event-id');
    const answer = await right(request);
    if (answer.status !== 200 || !seen.has(id)) {
      seen.add(id);
      return answer;
    }
    return new Response(null, { status: 409 });
  };
};
const duplicates = ['--only', 'acknowledges-duplicates', '--skip', 'answers-only-post'];

describe('hookproof check selects', () => {
  test('the checks, levels and events that its flags name', async () => {
    const url = await listening(listenerOf(correct(smartpay, secret)));
    const words = ['--only', 'acknowledges-every-event,answers-only-post', '--only', 'refuses-wrong-key'];
    const ran = await check(
      url,
      '--json',
      ...words,
      '--skip',
      'refuses-wrong-key',
      '--level',
      'MUST',
      '--events',
      'refund.*',
    );
    const { checks } = reportOf(ran);
    expect(checks.map(({ id, status }) => [id, status])).toEqual([['acknowledges-every-event', 'passed']]);
    expect(checks[0]!.deliveries).toBeGreaterThan(0);
    expect(checks[0]!.deliveries).toBeLessThan(30);
  });

  test('no check after the first MUST that is broken, with --bail', async () => {
    const url = await listening((_, response) => void response.writeHead(500).end());
    const { checks } = reportOf(await check(url, '--json', '--bail'));
    const first = checks.findIndex(({ status }) => status === 'failed');
    expect(checks[first]!.level).toBe('MUST');
    expect(new Set(checks.slice(first + 1).map(({ status }) => status))).toEqual(new Set(['skipped']));
  });
});

describe('hookproof check writes', () => {
  test('every kind of report in one run, over earlier ones, and nothing else', async () => {
    const url = await listening(listenerOf(conflicting()));
    const files = [
      '--junit',
      'out/junit.xml',
      '--sarif',
      'out/r.sarif',
      '--html',
      'out/r.html',
      '--sarif-location',
      'src/hook.ts',
    ];
    for (const _ of [1, 2]) expect((await check(url, ...duplicates, ...files)).code).toBe(1);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['junit.xml', 'r.html', 'r.sarif']);
    expect(inFolder('out/junit.xml')).toContain('failures="1"');
    expect(inFolder('out/r.html')).toContain('A MUST is broken');
    expect(inFolder('out/r.sarif')).toContain('"uri": "src/hook.ts"');
  });

  test.each(['--junit', '--sarif', '--html', '--write-baseline'])(
    'no %s over another file, and delivers nothing',
    async (flag) => {
      writeFileSync(join(folder, 'mine.txt'), 'my own');
      mkdirSync(join(folder, 'folder'));
      symlinkSync(tmpdir(), join(folder, 'away'));
      symlinkSync(join(folder, 'mine.txt'), join(folder, 'link'));
      for (const [path, state] of [
        ['mine.txt', 'it is there, and is something else'],
        ['folder', 'it is no file'],
        ['link', 'it is no file'],
        ['away/report', 'it is behind a link out of the folder'],
        ['../report', 'it is outside the folder'],
      ] as const) {
        const ran = await check(closed, flag, path);
        expect(ran).toMatchObject({
          code: 2,
          out: '',
          err: expect.stringContaining(`Cannot write "${path}": ${state}`) as string,
        });
      }
      expect(inFolder('mine.txt')).toBe('my own');
    },
  );
});

describe('hookproof check with a baseline', () => {
  test('accepts what it lists, fails when that is fixed, and says so', async () => {
    const broken = await listening(listenerOf(conflicting()));
    expect((await check(broken, '--write-baseline', 'known.json')).code).toBe(0);
    const { provider, accepted } = JSON.parse(inFolder('known.json')) as Baseline;
    expect(provider).toBe('smartpay@2022-02-18');
    expect(accepted.length).toBeGreaterThan(0);

    const again = await check(broken, ...duplicates, '--baseline', 'known.json');
    expect(again.code).toBe(0);
    expect(again.out).toContain('  held  MUST    acknowledges-duplicates: ');

    const right = await listening(listenerOf(correct(smartpay, secret)));
    const fixed = await check(right, ...duplicates, '--baseline', 'known.json');
    expect(fixed.code).toBe(1);
    expect(fixed.out).toContain('FAIL  the baseline lists what is fixed; take it off: acknowledges-duplicates: ');

    writeFileSync(join(folder, 'known.json'), JSON.stringify({ provider, accepted: [] }));
    expect((await check(broken, ...duplicates, '--baseline', 'known.json')).code).toBe(1);
  });

  test.each([
    ['missing', 'none.json', 'Cannot read "none.json": there is no such file'],
    ['garbled', 'garbled.json', 'Cannot read baseline: '],
    ['of another provider', 'other.json', 'Cannot read baseline: it is of useepay@2026-04'],
  ])('that is %s exits 2', async (_, name, message) => {
    writeFileSync(join(folder, 'garbled.json'), '{"provider":');
    writeFileSync(join(folder, 'other.json'), '{"provider":"useepay@2026-04","accepted":[]}');
    expect(await check(closed, '--baseline', name)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message) as string,
    });
  });
});

/** A command that probes a receiver whose effects it keeps in a file; it can do what its first word lists. */
const program = `
  const fs = require('node:fs');
  const [able, word, value] = process.argv.slice(2);
  fs.appendFileSync('asked', word + (value === undefined ? '' : ' ' + value) + ' ' + Object.keys(process.env).filter((name) => name.startsWith('HOOKPROOF')) + '\\n');
  if (word === 'capabilities') { if (able === 'none') process.exit(2); console.log(able); }
  else if (word === 'effects') { if (able === '"hang"') setInterval(() => {}, 1000); else console.log(able === '"broken"' ? '{' : '{"orders":[]}'); }
  else if (word === 'logs') process.stdout.write('one delivery was refused\\n'.repeat(able.includes('restart') ? 1e6 : 1));
`;

describe('hookproof check looks into a receiver', () => {
  const effectful = () => {
    const ids = checks.filter(({ needs = [] }) => needs.includes('effects')).map(({ id }) => id);
    return ids.length > 0;
  };

  test('by --probe, and resets it where it can be', async () => {
    const { receiver, probe } = correctSubject(smartpay, secret);
    const asked: string[] = [];
    const listener = listenerOf(receiver, probe);
    const url = await listening((request, response) => {
      if (request.url === '/effects') asked.push(request.method!);
      listener(request, response);
    });
    const ran = await check(url, '--probe', url.replace('/webhooks', '/effects'), '--json', '--events', 'refund.*');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(asked[0]).toBe('DELETE');
    expect(asked.includes('GET')).toBe(effectful());
    for (const { reason = '' } of reportOf(ran).checks)
      expect(reason).not.toMatch(/shows the receiver's effects|can reset/);
  });

  test.each([
    ['another machine', 'http://example.com/effects', 'it is not this machine'],
    ['nothing that listens', closed, 'Cannot read probe: DELETE "http://127.0.0.1:2/": '],
  ])('by --probe of %s exits 2', async (_, probe, message) => {
    const url = await listening(listenerOf(correct(smartpay, secret)));
    expect(await check(url, '--probe', probe)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message) as string,
    });
  });

  test('by --probe-command, which is asked what it can do and is told no secret', async () => {
    writeFileSync(join(folder, 'probe.cjs'), program);
    const url = await listening(listenerOf(correct(smartpay, secret)));
    const command = `"${process.execPath}" probe.cjs '["reset"]'`;
    const words = ['check', url, '--provider', 'smartpay', '--probe-command', command, '--only', 'answers-only-post'];
    const ran = await run(words, { cwd: folder, env: { HOOKPROOF_SECRET: secret } });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(inFolder('asked')).toContain('capabilities \n');
    expect(inFolder('asked')).not.toContain('HOOKPROOF');
  });

  test.each([
    ['its logs', '["logs"]'],
    ['the end of long logs', '["logs","restart"]'],
  ])('by --probe-command, which shows %s', async (_, able) => {
    writeFileSync(join(folder, 'probe.cjs'), program);
    const url = await listening(listenerOf(correct(smartpay, secret)));
    const command = `"${process.execPath}" probe.cjs '${able}'`;
    const words = ['--only', 'logs-nothing-secret', '--events', 'refund.created', '--json'];
    const ran = await check(url, '--probe-command', command, ...words);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(reportOf(ran).checks.map(({ status }) => status)).toEqual(['passed']);
  });

  test.each([
    ['it fails', 'node -e process.exit(3)', 'exit code 3'],
    ['it is not there', 'no-such-program', 'ENOENT'],
    [
      'it says it can do what nobody asks',
      `node probe.cjs '["restrat"]'`,
      '"restrat" is unknown; did you mean "restart"',
    ],
    ['it prints no array', `node probe.cjs '{}'`, 'what it prints is not an array'],
    ['it does not end', 'node -e setInterval(()=>1,1000)', 'it does not end within 0.5 seconds'],
  ])('by --probe-command exits 2 where %s', async (_, command, message) => {
    writeFileSync(join(folder, 'probe.cjs'), program);
    const url = await listening(listenerOf(correct(smartpay, secret)));
    const ran = await check(
      url,
      '--timeout',
      message.includes('0.5') ? '0.5' : '20',
      '--probe-command',
      command.replace(/^node/, `"${process.execPath}"`),
    );
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/^hookproof: Cannot run probe ".*/) as string });
    expect(ran.err).toContain(message);
  });
});

describe('hookproof check refuses', () => {
  test.each([
    [['--timeout', '1e9'], 'flag "--timeout" is 1000000000; the most is 600'],
    [['--concurrency', '100000'], 'flag "--concurrency" is "100000", not a whole number from 1 to 200'],
    [['--runs', '0'], 'flag "--runs" is "0", not a whole number from 1 to 10000'],
    [['--runs', '1.5'], 'flag "--runs" is "1.5", not a whole number'],
    [['--level', 'must'], 'flag "--level" is "must"; did you mean "MUST"'],
    [['--only', 'a,,b'], 'flag "--only" is "a,,b": a name is empty'],
    [
      ['--only', 'answers-only-pots'],
      'Cannot find check: "answers-only-pots" is unknown; did you mean "answers-only-post"',
    ],
    [['--events', 'refnd.*'], 'Cannot examine events: "refnd.*" matches no event type'],
    [['--unconfigured', 'http://example.com/'], 'it is not this machine'],
    [['--probe', 'http://127.0.0.1/', '--probe-command', 'x'], 'flags "--probe" and "--probe-command" are both given'],
    [['--baseline', 'x', '--bail'], 'flags "--baseline" and "--bail" are both given'],
    [['--write-baseline', 'x', '--only', 'y'], 'flags "--write-baseline" and "--only" are both given'],
  ])('%j', async (words, message) => {
    const { code, out, err } = await check(closed, ...words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('a URL that holds a password, without showing it', async () => {
    const { code, err } = await check('http://me:hunter2@127.0.0.1/');
    expect(code).toBe(2);
    expect(err).toContain('its URL holds a user name or password');
    expect(err).not.toContain('hunter2');
  });
});

describe('hookproof check with --allow-remote', () => {
  test('says what it will send before it sends', async () => {
    const { code, err } = await check('http://shop.invalid/hook', '--allow-remote');
    expect(code).toBe(2);
    const [first, second] = err.split('\n');
    expect(first).toBe(
      `hookproof: delivers to "shop.invalid", which is another machine: ${checks.length} checks of smartpay@2022-02-18, each with signed and forged deliveries of invented events`,
    );
    expect(second).toMatch(
      /^hookproof: Cannot reach receiver at "http:\/\/shop\.invalid\/hook": (ENOTFOUND|EAI_AGAIN)/,
    );
  });
});

describe('hookproof checks', () => {
  test('lists every check with its level, what it needs and its source', async () => {
    const { code, out } = await run(['checks']);
    expect(code).toBe(0);
    for (const { id, title, source } of checks)
      for (const text of [`${id}: ${title}`, source]) expect(out).toContain(text);
    expect(out).toContain(`\n${checks.length} checks of smartpay@2022-02-18, useepay@2024-10`);
  });

  test('gives as JSON the level for each provider version', async () => {
    const { out } = await run(['checks', 'smartpay', '--json']);
    const listed = JSON.parse(out) as { id: string; levels: Record<string, unknown> }[];
    expect(listed.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    expect(listed.find(({ id }) => id === 'refuses-wrong-key')!.levels).toEqual({ 'smartpay@2022-02-18': 'MUST' });
  });
});
