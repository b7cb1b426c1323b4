import { defineProvider } from '../../../define/index.ts';
import { eventEnvelope } from '../2024-10/envelope.ts';
import { api } from '../api.ts';
import { jsonDelivery2026_04 } from '../delivery.ts';
import { events } from './events.ts';
import { lifecycles } from './lifecycles.ts';
import { samples } from './samples.ts';
import { story } from './story.ts';

export default defineProvider({
  name: 'useepay',
  version: '2026-04',
  delivery: jsonDelivery2026_04,
  envelope: eventEnvelope,
  events,
  lifecycles,
  story,
  samples,
  api: api('2026-04'),
});
