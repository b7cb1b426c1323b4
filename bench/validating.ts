import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import * as z from 'zod';
import { contests, type Contest } from './contest.ts';
import { takeRates } from './measure.ts';
import { target } from './target.ts';

/** How many different events are judged in turn. */
const many = 256;

/** Events as a receiver has them. */
const received = (events: readonly object[]) => events.map((event) => JSON.parse(JSON.stringify(event)) as object);

/** Verdicts per second, on one valid event, on many, and on many that have one fault. */
export async function benchValidating(): Promise<string[]> {
  const lines: string[] = [];
  for (const each of contests) lines.push(...(await compare(each)));
  return lines;
}

async function compare({ title, arbitrary, schema, isValid, faults, maximal }: Contest): Promise<string[]> {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(z.toJSONSchema(schema, { io: 'input' }));
  const drawn = fc.sample(arbitrary, { numRuns: many, seed: 1 });
  const faulty = fc.sample(faults, { numRuns: 3 * many, seed: 1 }).map(({ event }) => event);
  const compiled = z.compile(schema);
  const pools = {
    'the maximal fixture': received([maximal]),
    'events as drawn': received(drawn),
    'events with a fault': received(faulty.filter((event) => !isValid(event)).slice(0, many)),
  };
  const judges = {
    hookproof: isValid,
    'ajv, from JSON Schema': (event: object) => validate(event),
    'z.compile alone': (event: object) => z.validate(compiled, event),
    'zod safeParse': (event: object) => schema.safeParse(event).success,
  };
  const count = (events: readonly object[], judge: (event: object) => boolean) =>
    events.filter((event) => judge(event)).length;
  for (const [kind, events] of Object.entries(pools))
    if (events.some((event) => judges.hookproof(event) !== judges['zod safeParse'](event)))
      throw new Error(`Cannot compare verdicts on ${kind}: hookproof and safeParse differ`);
  // Ours has seen events of many shapes already, which makes any validator slower from then on; so let all see them.
  for (const judge of Object.values(judges))
    for (let round = 0; round < 40; round++) for (const events of Object.values(pools)) count(events, judge);
  const lines = [title];
  for (const [kind, events] of Object.entries(pools)) {
    const rates = await takeRates({
      hookproof: () => count(events, judges.hookproof),
      'ajv, from JSON Schema': () => count(events, judges['ajv, from JSON Schema']),
      'z.compile alone': () => count(events, judges['z.compile alone']),
      'zod safeParse': () => count(events, judges['zod safeParse']),
    });
    const { hookproof: own, 'ajv, from JSON Schema': ofAjv } = rates;
    for (const [name, rate] of Object.entries(rates)) {
      lines.push(
        [
          `  ${name}, ${kind}`.padEnd(48),
          `${Math.round(rate * events.length)}/s`.padStart(10),
          `hookproof is ${(own / rate).toFixed(2)} ×`.padStart(22),
          `accepts ${((count(events, judges[name as keyof typeof judges]) / events.length) * 100).toFixed(0)} %`.padStart(
            15,
          ),
        ].join('  '),
      );
    }
    lines.push(
      `  ${target(`verdicts/s on ${kind}, times those of ajv`, own / ofAjv, 1.3, (ratio) => ratio.toFixed(2))}`,
    );
  }
  return lines;
}
