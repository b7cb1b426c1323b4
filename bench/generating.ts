import { faker } from '@faker-js/faker';
import { createGeneratorSync, type JsonSchema } from 'json-schema-faker';
import { zocker } from 'zocker';
import * as z from 'zod';
import { fake, setFaker } from 'zod-schema-faker/v4';
import { contests, countFields, type Contest } from './contest.ts';
import { takeRates } from './measure.ts';
import { evenly, mostly } from './peers/built-ins.ts';
import { drawing } from './peers/drawing.ts';
import { sourceOf } from './peers/source.ts';
import { target } from './target.ts';
import { zodFastCheckDraw } from './zod-3/contender.ts';

/** Makes one event after the other. */
type Draw = () => unknown;

/** How many events of each contender are looked at. */
const looked = 300;

/** Events per second, beside other ways to get them. */
export async function benchGenerating(): Promise<string[]> {
  setFaker(faker);
  const lines: string[] = [];
  for (const each of contests) lines.push(...(await compare(each)));
  return lines;
}

const ours = 'hookproof';
const builtIn = 'fast-check built-ins by hand';
const builtInEvenly = `${builtIn}, as many fields`;
const literal = 'literals by hand, no fast-check';

/** How each contender is set up, which not all survive. */
function contenders({ arbitrary, schema, builtIns, literal: drawLiteral, zod3, typical, maximal }: Contest) {
  const copying = (sample: object) => (): Draw => () => JSON.parse(JSON.stringify(sample));
  return {
    [ours]: () => drawing(arbitrary, sourceOf(1)),
    [literal]: () => drawLiteral,
    [builtIn]: () => drawing(builtIns(mostly), sourceOf(1)),
    [builtInEvenly]: () => drawing(builtIns(evenly), sourceOf(1)),
    'zod-fast-check (zod 3)': () => zodFastCheckDraw(zod3()),
    zocker: () => {
      const generator = zocker(schema);
      return () => generator.generate();
    },
    'zod-schema-faker': () => () => fake(schema),
    'json-schema-faker': () => {
      const generator = createGeneratorSync({ seed: 1 });
      const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
      return () => generator.generate(json);
    },
    'a copy of the typical fixture by JSON': copying(typical),
    'a copy of the maximal fixture by JSON': copying(maximal),
  } satisfies { readonly [Name: string]: () => Draw };
}

async function compare(contest: Contest): Promise<string[]> {
  const draws: { [Name: string]: Draw } = {};
  const notes: { [Name: string]: string } = {};
  const fields: { [Name: string]: number } = {};
  for (const [name, setUp] of Object.entries(contenders(contest))) {
    try {
      const draw = setUp();
      const events = Array.from({ length: looked }, draw);
      const share = events.filter(contest.isValid).length / looked;
      draws[name] = draw;
      fields[name] = events.reduce((sum: number, event) => sum + countFields(event), 0) / looked;
      notes[name] = `${(share * 100).toFixed(0)} % valid`;
    } catch (error) {
      notes[name] = `throws ${(error as Error).message.split('\n')[0]}`;
    }
  }
  for (const name of [ours, literal, builtIn, builtInEvenly])
    if (notes[name] !== '100 % valid') throw new Error(`Cannot compare ${name}: ${notes[name]}`);
  const rates: { readonly [Name: string]: number } = await takeRates(draws);
  const own = rates[ours]!;
  const ownFields = own * fields[ours]!;
  return [
    contest.title,
    ...Object.entries(notes).map(([name, note]) => {
      const rate = rates[name];
      const cells =
        rate === undefined
          ? [note]
          : [
              `${Math.round(rate)}/s`.padStart(10),
              `hookproof is ${(own / rate).toFixed(2)} ×`.padStart(22),
              `${fields[name]!.toFixed(0)} fields`.padStart(10),
              `per field ${(ownFields / (rate * fields[name]!)).toFixed(2)} ×`.padStart(19),
              note.padStart(11),
            ];
      return [`  ${name}`.padEnd(48), ...cells].join('  ');
    }),
    `  ${target(`events/s, times those of ${builtIn}`, own / rates[builtIn]!, 5)}`,
    `  ${target(`events/s, times those of ${builtInEvenly}`, own / rates[builtInEvenly]!, 5)}`,
    `  ${target(`events/s, times those of ${literal}`, own / rates[literal]!, 0.7, (ratio) => ratio.toFixed(2))}`,
  ];
}

/** Events with one fault, per second. */
export async function benchFaults(): Promise<string[]> {
  const tasks = contests.map(({ title, faults }) => [title, drawing(faults, sourceOf(1))]);
  const rates: { readonly [Name: string]: number } = await takeRates(Object.fromEntries(tasks));
  return Object.entries(rates).map(([name, rate]) =>
    [
      name.padEnd(48),
      `${Math.round(rate)}/s`.padStart(10),
      target('events/s', rate, 20_000, (number) => number.toFixed(0)),
    ].join('  '),
  );
}
