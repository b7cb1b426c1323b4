import { eventSchema } from '../../define/index.ts';
import { isLoopback, type Attempt } from '../../delivery/index.ts';
import { variantOf, type FixtureFile } from '../../fixture/index.ts';
import { isSuccess, overHttp } from '../answer.ts';
import { startCanary, type Canary } from '../canary.ts';
import type { Check } from '../check.ts';
import type { Examination } from '../examination.ts';
import { stringPlaces, valueIn, withFieldAt, type Place } from '../places.ts';

/** Milliseconds in which work that goes on after the answer may call. */
const grace = 100;

export const callsNoUrlOfThePayload: Check = {
  id: 'calls-no-url-of-the-payload',
  group: 'payloads',
  level: 'MAY',
  title: 'Calls no URL that a payload names: whoever can have a field written would choose what it calls',
  source: 'OWASP API Security Top 10 2023, API7: server side request forgery',
  async run(examination) {
    const { receiver, url } = examination.session.options;
    if (receiver === overHttp && !isLoopback(url))
      return examination.skip('the receiver is on another machine, from where it could not call this one');
    await examination.settled();
    const canary = await startCanary();
    if (canary === undefined) return examination.skip('no server can be started here for it to call');
    try {
      const sent: Sent[] = [];
      for (const { event: type } of examination.oneForEachObject) {
        const fixture = examination.fixtures.find(({ event, variant }) => event === type && variant === 'maximal');
        if (fixture !== undefined) sent.push(...(await deliverUrls(examination, fixture, canary, sent.length)));
      }
      // A probe shows effects once all work is done.
      if (examination.has('effects')) await examination.effects();
      else await new Promise((resolve) => setTimeout(resolve, grace));
      for (const { fixture, attempt, names } of sent)
        for (const [name, key] of names) {
          if (!canary.called.has(key)) continue;
          const delivery = `"${name}" is the URL of another server`;
          examination.find(fixture, delivery, attempt, { expected: 'no call to it', actual: 'a call to it' });
        }
    } finally {
      canary.close();
    }
    examination.skip('the receiver takes no event that has a URL in it');
  },
};

interface Sent {
  readonly fixture: FixtureFile;
  readonly attempt: Attempt;
  /** The fields that hold a URL, and what the canary is called by there. */
  readonly names: readonly (readonly [string, string])[];
}

/** Delivers an event with a URL wherever one may stand; where that is not taken, one with a URL at a time. */
async function deliverUrls(
  examination: Examination,
  fixture: FixtureFile,
  { origin }: Canary,
  count: number,
): Promise<Sent[]> {
  if ((await examination.plainAnswer(fixture)) === undefined) return [];
  const { form } = variantOf(examination.provider, fixture.event, fixture.variant);
  const schema = eventSchema(examination.provider, fixture.event, form);
  const withUrl = (event: object, place: Place, key: string) =>
    withFieldAt(event, place.slice(0, -1), String(place.at(-1)), `${origin}/${key}`);
  const places = stringPlaces(fixture.value)
    .filter((place) => typeof place.at(-1) === 'string' && !/id$|_no$/i.test(String(place.at(-1))))
    .filter((place) => schema.safeParse(withUrl(fixture.value, place, 'any')).success);
  const deliver = async (some: readonly Place[], key: string): Promise<Sent | undefined> => {
    const named = some.map((place, index) => [place, `${key}-${index}`] as const);
    const attempt = await examination.sign(
      named.reduce((event, [place, each]) => withUrl(event, place, each), examination.freshObject(fixture)),
    );
    if (!isSuccess(await examination.send(attempt))) return undefined;
    examination.judged(fixture);
    return { fixture, attempt, names: named.map(([place, each]) => [place.join('.'), each]) };
  };
  const all = await deliver(places, `${count}`);
  if (all !== undefined) return [all];
  const each: Sent[] = [];
  // What holds a URL already comes first, and is not all there is.
  const isUrl = (place: Place) => URL.canParse(String(valueIn(fixture.value, place)));
  for (const [index, place] of [...places.filter(isUrl), ...places.filter((one) => !isUrl(one))].entries()) {
    const one = await deliver([place], `${count}-${index}`);
    if (one !== undefined) each.push(one);
  }
  return each;
}
