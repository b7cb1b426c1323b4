import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { renderSarif } from '../../../src/conformance/index.ts';
import { check, failed, finding, hostileReport, report } from './sample.ts';

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);

/** What SARIF 2.1.0 says of all that is written, property by property: its schema allows none beside those it names. */
const sarif = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              helpUri: z.url().optional(),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.strictObject({ tags: z.array(z.string()) }),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string() }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message })),
        }),
      ]),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z
            .tuple([
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/) }),
                  region: z.strictObject({ startLine: z.int().min(1) }),
                }),
              }),
            ])
            .optional(),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(z.strictObject({ kind: z.enum(['inSource', 'external']), status: z.literal('accepted') }))
            .optional(),
          properties: z.record(z.string(), z.unknown()),
        }),
      ),
      properties: z.record(z.string(), z.unknown()),
    }),
  ]),
});

const run = (...parameters: Parameters<typeof renderSarif>) => {
  const log = sarif.parse(JSON.parse(renderSarif(...parameters)));
  for (const { ruleId, ruleIndex } of log.runs[0].results)
    expect(log.runs[0].tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  return log.runs[0];
};

describe('renderSarif()', () => {
  test('is a rule for each check that has run, with a link where its source has one', () => {
    const checks = [
      check(),
      check({ id: 'b', source: 'GitHub #1' }),
      check({ id: 'c', status: 'skipped', reason: 'x' }),
    ];
    const { tool, results } = run(report(checks));
    expect(tool.driver.rules.map(({ id, helpUri }) => [id, helpUri])).toEqual([
      ['answers-only-post', 'https://example.com/acme'],
      ['b', undefined],
    ]);
    expect(results).toEqual([]);
  });

  test('is an error, a warning or a note by the level of the check', () => {
    const checks = (['MUST', 'SHOULD', 'MAY'] as const).map((level) => failed({ id: level, level }));
    const { results } = run(report(checks));
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['MUST', 'error'],
      ['SHOULD', 'warning'],
      ['MAY', 'note'],
    ]);
    expect(results[0]!.message.text).toMatch(
      /^Refuses every method but POST\. Delivered method PUT \(charge\.created\): expected a 4xx status, got status 200\./,
    );
  });

  test('is nowhere unless it is told the file, and then at its first line', () => {
    expect(run(report([failed()])).results[0]!.locations).toBeUndefined();
    const [result] = run(report([failed()]), { location: 'src/web hooks.ts' }).results;
    expect(result!.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'src/web%20hooks.ts' }, region: { startLine: 1 } } },
    ]);
  });

  test('suppresses what a baseline accepts', () => {
    const [result] = run(report([failed({ status: 'accepted' }, finding({ accepted: true }))])).results;
    expect(result!.suppressions).toEqual([{ kind: 'external', status: 'accepted' }]);
  });

  test('says that a run ended early, and what is fixed but listed', () => {
    const over = { ended: 'the receiver is gone', fixed: [{ check: 'a', delivery: 'twice' }], passed: false };
    const [invocation] = run(report([check()], over)).invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'the receiver is gone',
      'the baseline lists what is fixed; take it off: a: twice: any fixture',
    ]);
  });

  test('keeps the fingerprint of a finding that another fixture shows', () => {
    const prints = ['a', 'b'].map(
      (fixture) => run(report([failed({}, finding({ fixture }))])).results[0]!.partialFingerprints,
    );
    expect(prints[0]).toEqual(prints[1]);
  });

  test('spells out in its messages what a reader would not see', () => {
    const [result] = run(hostileReport).results;
    expect(result!.message.text).toContain(String.raw`\u0000\u001b[31m\u202e\ud800`);
  });
});
