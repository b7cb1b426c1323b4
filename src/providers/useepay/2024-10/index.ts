import { defineProvider } from '../../../define/index.ts';
import { api } from '../api.ts';
import { formDelivery } from '../delivery.ts';
import { eventEnvelope } from './envelope.ts';
import { events } from './events.ts';
import { lifecycles } from './lifecycles.ts';
import { samples } from './samples.ts';
import { story } from './story.ts';

export default defineProvider({
  name: 'useepay',
  version: '2024-10',
  delivery: formDelivery,
  envelope: eventEnvelope,
  events,
  lifecycles,
  story,
  samples,
  api: api('2024-10'),
});
