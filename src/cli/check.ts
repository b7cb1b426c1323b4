import {
  levels,
  overHttp,
  renderReport,
  runConformance,
  selectChecks,
  type ConformanceOptions,
  type Level,
  type Progress,
} from '../conformance/index.ts';
import { nameOf } from '../define/index.ts';
import { isLoopback } from '../delivery/index.ts';
import {
  findProvider,
  listOf,
  oneOf,
  receiverUrl,
  required,
  secretOf,
  timeoutOf,
  wholeNumber,
  word,
} from './arguments.ts';
import { deliveryFlags, deliveryOptions } from './deliveries.ts';
import { json, text, type Command, type Flag, type Flags, type Io } from './io.ts';
import { probeFlags, probeOf } from './probes.ts';
import { reportFlags, writingOf } from './reports.ts';

const usage = 'hookproof check <url> --provider <provider>[@version] --secret <text|@file>';

const group = 'Which checks, on what';
const runFlags: { readonly [Name: string]: Flag } = {
  provider: { type: 'string', value: 'name', group, help: 'whose deliveries; the latest version unless one is named' },
  only: {
    type: 'string',
    value: 'ids',
    multiple: true,
    group,
    help: 'checks to run, with commas; see "hookproof checks"',
  },
  skip: { type: 'string', value: 'ids', multiple: true, group, help: 'checks not to run' },
  level: { type: 'string', value: 'level', group, help: 'the least binding level to run: MUST, SHOULD or MAY' },
  events: {
    type: 'string',
    value: 'types',
    multiple: true,
    group,
    help: 'event types to examine, as order.*,refund.created',
  },
  seed: { type: 'string', value: 'text', group, help: 'repeat a run; random when left out' },
  runs: { type: 'string', value: 'count', group, help: 'how many histories or events a check draws; 40 when left out' },
  bail: { type: 'boolean', group, help: 'end with the first MUST that is broken' },
  concurrency: { type: 'string', value: 'count', group, help: 'how many deliveries at once at most; 20 when left out' },
};

/** What a receiver may be given beside its secret, so that more can be checked. */
const receiverFlags: { readonly [Name: string]: Flag } = {
  'second-secret': {
    type: 'string',
    value: 'text|@file',
    group: 'Deliveries',
    help: 'another secret that the receiver accepts; HOOKPROOF_SECOND_SECRET when left out',
  },
  unconfigured: {
    type: 'string',
    value: 'url',
    group: 'Deliveries',
    help: 'the same receiver, started without a secret',
  },
  previous: {
    type: 'string',
    value: 'versions',
    multiple: true,
    group: 'Deliveries',
    help: 'earlier versions that the receiver still gets events of, as useepay@2025-11-06',
  },
};

export const check: Command = {
  name: 'check',
  summary: 'Prove a running receiver, check by check',
  usage,
  flags: { ...runFlags, ...deliveryFlags, ...receiverFlags, ...probeFlags, ...reportFlags },
  async run(words, flags, io) {
    const url = receiverUrl(word(words, 0, 'the URL', usage), flags);
    const provider = findProvider(required(flags, 'provider', usage));
    const secret = await secretOf(flags, 'secret', 'HOOKPROOF_SECRET', io, usage);
    const options = { ...(await optionsOf(flags, io)), url, secret };
    const writing = await writingOf(flags, provider, io);
    const selected = selectChecks(provider, options);
    if (!isLoopback(url))
      io.err(
        `hookproof: delivers to "${new URL(url).hostname}", which is another machine: ${selected.length} checks of ${nameOf(provider)}, each with signed and forged deliveries of invented events\n`,
      );
    const probe = await probeOf(flags, io);
    const report = writing.judge(
      await runConformance(provider, overHttp, {
        ...options,
        ...(probe === undefined ? {} : { probe }),
        ...(io.terminal.err ? { onProgress: (progress) => showProgress(progress, io) } : {}),
      }),
    );
    const color = io.terminal.out && (io.env['NO_COLOR'] ?? '') === '';
    io.out(flags['json'] === true ? json(report) : renderReport(report, { color, findings: 3 }));
    await writing.write(report);
    return report.passed ? 0 : 1;
  },
};

/** What the flags say of a run, except where it goes and what signs it. */
async function optionsOf(flags: Flags, io: Io): Promise<Omit<ConformanceOptions, 'url' | 'secret' | 'probe'>> {
  const isSecond = text(flags, 'second-secret') !== undefined || io.env['HOOKPROOF_SECOND_SECRET'] !== undefined;
  const unconfigured = text(flags, 'unconfigured');
  const unordered = listOf(flags, 'unordered');
  const previous = listOf(flags, 'previous');
  return {
    ...deliveryOptions(flags),
    timeout: timeoutOf(flags),
    bail: flags['bail'] === true,
    ...given('seed', text(flags, 'seed')),
    ...given('only', listOf(flags, 'only')),
    ...given('skip', listOf(flags, 'skip')),
    ...given('events', listOf(flags, 'events')),
    ...given('level', oneOf<Level>(flags, 'level', levels)),
    ...given('runs', wholeNumber(flags, 'runs', 10_000)),
    ...given('concurrency', wholeNumber(flags, 'concurrency', 200)),
    ...given('unordered', unordered?.includes('.') === true ? true : unordered),
    ...given('previous', previous?.map(findProvider)),
    ...given('unconfigured', unconfigured === undefined ? undefined : receiverUrl(unconfigured, flags)),
    ...(isSecond ? { secondSecret: await secretOf(flags, 'second-secret', 'HOOKPROOF_SECOND_SECRET', io, usage) } : {}),
  };
}

/** An option that is left out where it was not given. */
function given<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [N in Name]?: Value } {
  // A computed key is widened to any text.
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}

/** One line on the terminal that is written over; gone after the last check. */
function showProgress({ check, index, count, result }: Progress, io: Io): void {
  const isLast = result !== undefined && index === count - 1;
  io.err(isLast ? '\r\u001b[2K' : `\r\u001b[2K[${index + 1}/${count}] ${check.id}`);
}
