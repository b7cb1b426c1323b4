import type { Check } from '../check.ts';
import { expectAllAcknowledged } from '../drawn.ts';

export const survivesGeneratedEvents: Check = {
  id: 'survives-generated-events',
  group: 'payloads',
  level: 'SHOULD',
  title: 'Acknowledges whatever the documented shapes allow: any text, any number, any list',
  source: 'the shapes of the provider, which may well allow more than it sends',
  async run(examination) {
    const { eventArbitrary } = await import('../../arbitrary/index.ts');
    for (const fixture of examination.oneForEachObject) {
      const drawn = eventArbitrary(examination.provider, fixture.event as never) // a type of the catalogue
        .map((event: object) => ({ event, text: JSON.stringify(event) }));
      await expectAllAcknowledged(examination, fixture, drawn, () => 'a drawn event');
    }
  },
};
