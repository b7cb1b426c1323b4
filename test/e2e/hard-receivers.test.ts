import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConformanceReport } from '../../src/conformance/index.ts';
import { latest as smartpay } from '../../src/providers/smartpay/index.ts';
import { connecting, listenerOf, listening } from '../cli/listening.ts';
import { run, type Ran } from '../cli/support.ts';
import { correct } from '../zoo/correct.ts';

const secret = 'gybcsjixKyBW2d4z6iNPlaYzHUMtawnodwZt3W0q';

const check = (url: string, ...words: string[]): Promise<Ran> =>
  run(['check', url, '--provider', 'smartpay', '--secret', secret, '--seed', 'hard', '--json', ...words]);

const refused = /^the receiver is gone: Cannot reach receiver at ".*": ECONNREFUSED; is it running\?$/;
const reportOf = ({ out }: Ran) => JSON.parse(out) as ConformanceReport;
const deliveriesOf = ({ checks }: ConformanceReport) => checks.reduce((sum, { deliveries }) => sum + deliveries, 0);
const actualsOf = ({ checks }: ConformanceReport) => [
  ...new Set(checks.flatMap(({ findings }) => findings.map(({ actual }) => actual))),
];

describe('hookproof check ends with a clear finding for a receiver that', () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ['hangs', () => listening(() => undefined), /no answer within 0\.1 seconds$/],
    [
      'begins an answer and never ends it',
      () => listening((_, response) => void response.write('a')),
      /no answer within/,
    ],
    [
      'answers what is not HTTP',
      () => connecting((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n\r\n')),
      /no answer: .*HTTP/,
    ],
    ['drops every connection', () => connecting((socket) => void socket.destroy()), /no answer: \w/],
  ])('%s, after a few deliveries', async (_, open, actual) => {
    const ran = await check(await open(), '--timeout', '0.1');
    expect([ran.code, ran.err]).toEqual([1, '']);
    const report = reportOf(ran);
    expect(report.ended).toMatch(/^the receiver is gone: \d+ deliveries in a row had no answer, the last: no answer/);
    expect(report.ended).toMatch(actual);
    for (const each of actualsOf(report)) expect(each).toMatch(actual);
    const run = report.checks.findIndex(({ status }) => status === 'failed');
    expect(report.checks[run]).toMatchObject({ status: 'failed', reason: report.ended });
    for (const { status, reason } of report.checks.slice(run + 1))
      expect({ status, reason }).toEqual({ status: 'skipped', reason: report.ended });
    expect(deliveriesOf(report)).toBeLessThan(30);
  });

  test('hangs whenever it ought to refuse, though it lives', async () => {
    const right = correct(smartpay, secret);
    const url = await listening(
      listenerOf(async (request) => {
        const answer = await right(request);
        return answer.status >= 400 ? new Promise<Response>(() => undefined) : answer;
      }),
    );
    const ran = await check(url, '--timeout', '0.2', '--only', 'refuses-tampered-body');
    const report = reportOf(ran);
    expect(ran.code).toBe(1);
    expect(report.ended).toMatch(/^the run has waited [\d.]+ seconds for answers that did not come/);
    expect(actualsOf(report)).toEqual(['no answer within 0.2 seconds']);
    expect(deliveriesOf(report)).toBeLessThan(40);
  });

  test('answers 100 MB to everything', async () => {
    let written = 0;
    const chunk = Buffer.alloc(2 ** 20);
    const url = await listening((_, response) => {
      let left = 100;
      const write = () => {
        if (left-- <= 0 || response.destroyed) return response.end();
        written += chunk.length;
        return response.write(chunk, write);
      };
      write();
    });
    const ran = await check(
      url,
      '--only',
      'acknowledges-every-event,refuses-missing-signature',
      '--events',
      'refund.*',
    );
    const report = reportOf(ran);
    expect(ran.code).toBe(1);
    expect(actualsOf(report)).toEqual(['status 200']);
    expect(written / deliveriesOf(report)).toBeLessThan(50 * 2 ** 20);
    for (const { findings } of report.checks)
      for (const { response } of findings) expect(response!.body.length).toBeLessThanOrEqual(4096);
  });

  test('is killed in the middle of the run', async () => {
    const program = `
      let count = 0;
      require('node:http').createServer((request, response) => request.resume().on('end', () => {
        if (++count === 30) process.kill(process.pid, 'SIGKILL');
        response.end();
      })).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
    const ran = await check(`http://127.0.0.1:${port}/webhooks`, '--timeout', '0.5');
    expect(child.signalCode).toBe('SIGKILL');
    const report = reportOf(ran);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(report).toMatchObject({ passed: false, ended: expect.stringMatching(refused) as string });
    const gone = report.checks.filter(({ reason }) => reason === report.ended);
    expect(gone.map(({ status }) => status)).toEqual(['failed', ...gone.slice(1).map(() => 'skipped')]);
    expect(deliveriesOf(report)).toBeLessThan(60);
    const lost = report.checks.flatMap(({ findings }) =>
      findings.filter(({ actual }) => actual.startsWith('no answer')),
    );
    expect(lost.length).toBeLessThanOrEqual(1);
  });
});

describe('hookproof check waits for a receiver that', () => {
  test('is started again, and misses no delivery', async () => {
    const right = listenerOf(correct(smartpay, secret));
    let count = 0;
    const server = createServer((request, response) => {
      count++;
      response.shouldKeepAlive = false;
      if (count === 10) {
        response.on('close', () => {
          server.close(() => setTimeout(() => server.listen(port, '127.0.0.1'), 100));
        });
      }
      right(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // TCP, so never a string
    const ran = await check(`http://127.0.0.1:${port}/webhooks`, '--only', 'acknowledges-every-event');
    expect(reportOf(ran).checks.flatMap(({ findings }) => findings)).toEqual([]);
    expect([ran.code, count]).toEqual([0, deliveriesOf(reportOf(ran))]);
  });
});

describe('no report of hookproof check holds a secret', () => {
  test('though the receiver answers with it in header, body and error', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hookproof-secret-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    let count = 0;
    const url = await listening((request, response) => {
      request.resume();
      count++;
      if (count % 7 === 0) return void response.socket!.end(`HTTP/1.1 200 ${secret}\r\n${secret}\r\n\r\n`);
      response.writeHead(500, secret, { 'Content-Type': `text/${secret}`, 'X-Secret': secret });
      return void response.end(`Error: expected ${secret}, or ${btoa(secret)}, or ${secret.slice(0, 30)}`);
    });
    const files = { '--junit': 'r.xml', '--sarif': 'r.sarif', '--html': 'r.html', '--write-baseline': 'r.json' };
    const words = ['check', url, '--provider', 'smartpay', '--secret', secret];
    const texts = await Promise.all([
      run([...words, '--json'], { cwd: folder }),
      run([...words, ...Object.entries(files).flat()], { cwd: folder }),
    ]);
    const all = [
      ...texts.map(({ out, err }) => out + err),
      ...Object.values(files).map((name) => readFileSync(join(folder, name), 'utf8')),
    ];
    expect(all).toHaveLength(6);
    expect(all[0]).toContain('[secret]');
    for (const text of all) {
      expect(text).not.toContain(secret.slice(0, 12));
      expect(text).not.toContain(btoa(secret).slice(0, 16));
    }
  });
});
