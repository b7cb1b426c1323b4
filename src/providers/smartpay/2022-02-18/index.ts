import { defineProvider } from '../../../define/index.ts';
import { api } from '../api.ts';
import { delivery } from '../delivery.ts';
import { eventEnvelope } from './envelope.ts';
import { events } from './events.ts';
import { lifecycles } from './lifecycles.ts';
import { samples } from './samples.ts';
import { story } from './story.ts';
import { vectors } from '../vectors.ts';

export default defineProvider({
  name: 'smartpay',
  version: '2022-02-18',
  delivery,
  envelope: eventEnvelope,
  events,
  lifecycles,
  story,
  samples,
  vectors,
  api,
});
