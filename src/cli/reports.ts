import {
  parseBaseline,
  renderBaseline,
  renderHtml,
  renderJUnit,
  renderSarif,
  baselineOf,
  withBaseline,
  type Baseline,
  type ConformanceReport,
} from '../conformance/index.ts';
import { nameOf, type Provider } from '../define/index.ts';
import { HookproofError } from '../errors.ts';
import { folderOf } from './arguments.ts';
import { checkReplaceable, readInside, replaceInside } from './files.ts';
import { text, type Flag, type Flags, type Io } from './io.ts';

const group = 'Reports';

/** The flags that say what is written of a run, and what of it is accepted. */
export const reportFlags: { readonly [Name: string]: Flag } = {
  json: { type: 'boolean', group, help: 'print the whole report as JSON' },
  junit: { type: 'string', value: 'file', group, help: 'write JUnit XML' },
  sarif: { type: 'string', value: 'file', group, help: 'write SARIF 2.1.0, for code scanning' },
  'sarif-location': { type: 'string', value: 'path', group, help: 'the file of the receiver, to put its results at' },
  html: { type: 'string', value: 'file', group, help: 'write one HTML page, for people' },
  baseline: {
    type: 'string',
    value: 'file',
    group,
    help: 'findings that are accepted; one that is fixed but still listed fails the run',
  },
  'write-baseline': { type: 'string', value: 'file', group, help: 'accept everything that this run finds' },
};

/** The files that may be written: how each is made, and what tells an earlier one from any other file. */
const kinds: {
  readonly [Flag: string]: { readonly mark: RegExp; render: (report: ConformanceReport, flags: Flags) => string };
} = {
  junit: { mark: /^<\?xml[^>]*>\s*<testsuites?\b/, render: (report) => renderJUnit(report) },
  sarif: {
    mark: /^\{[^]*"version":\s*"2\.1\.0"/,
    render(report, flags) {
      const location = text(flags, 'sarif-location');
      return renderSarif(report, location === undefined ? {} : { location });
    },
  },
  html: { mark: /hookproof conformance report/, render: (report) => renderHtml(report) },
  'write-baseline': {
    mark: /^\{\s*"provider":[^]*"accepted":/,
    render: (report) => renderBaseline(baselineOf(report)),
  },
};

/** What a run does with its report, known and found possible before it begins. */
export interface Writing {
  /** The report as it is shown: with what a baseline accepts. */
  readonly judge: (report: ConformanceReport) => ConformanceReport;
  /** Writes the files. */
  readonly write: (report: ConformanceReport) => Promise<void>;
}

/** Reads the baseline and looks where files shall go. Throws before anything is sent. */
export async function writingOf(flags: Flags, provider: Provider, io: Io): Promise<Writing> {
  const folder = folderOf(flags, io);
  const given = Object.keys(kinds).filter((flag) => text(flags, flag) !== undefined);
  refuseNonsense(flags);
  for (const flag of given) await checkReplaceable(folder, text(flags, flag)!, kinds[flag]!.mark);
  const file = text(flags, 'baseline');
  const baseline = file === undefined ? undefined : parseBaseline(await readInside(folder, file), nameOf(provider));
  return {
    judge: (report) => judged(report, flags, baseline),
    async write(report) {
      for (const flag of given) {
        if (flag === 'write-baseline' && report.ended !== undefined)
          throw new HookproofError('BAD_ARGUMENT', `Cannot write baseline: ${report.ended}`);
        await replaceInside(folder, text(flags, flag)!, kinds[flag]!.mark, kinds[flag]!.render(report, flags));
      }
    },
  };
}

function judged(report: ConformanceReport, flags: Flags, baseline: Baseline | undefined): ConformanceReport {
  const accepted = flags['write-baseline'] === undefined ? baseline : baselineOf(report);
  return accepted === undefined ? report : withBaseline(report, accepted, flags['events'] !== undefined);
}

/** A baseline is of a whole run: in a part of one, what was not looked at would seem fixed, or be forgotten. */
function refuseNonsense(flags: Flags): void {
  const refuse = (state: string) => new HookproofError('BAD_ARGUMENT', `Cannot run: ${state}`);
  if (flags['baseline'] !== undefined && flags['bail'] === true)
    throw refuse('flags "--baseline" and "--bail" are both given; an accepted finding would end the run');
  if (flags['write-baseline'] === undefined) return;
  if (flags['baseline'] !== undefined)
    throw refuse('flags "--baseline" and "--write-baseline" are both given; a new baseline needs no old one');
  const part = ['only', 'skip', 'level', 'events', 'bail'].find((flag) => flags[flag] !== undefined);
  if (part !== undefined)
    throw refuse(`flags "--write-baseline" and "--${part}" are both given; a baseline is of a whole run`);
}
