import { defineProvider } from '../../../define/index.ts';
import { eventEnvelope } from '../2024-10/envelope.ts';
import { lifecycles } from '../2024-10/lifecycles.ts';
import { story } from '../2024-10/story.ts';
import { api } from '../api.ts';
import { jsonDelivery2025_11_06 } from '../delivery.ts';
import { events } from './events.ts';
import { samples } from './samples.ts';

export default defineProvider({
  name: 'useepay',
  version: '2025-11-06',
  delivery: jsonDelivery2025_11_06,
  envelope: eventEnvelope,
  events,
  lifecycles,
  story,
  samples,
  api: api('2025-11-06'),
});
