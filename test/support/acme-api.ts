import * as z from 'zod';
import {
  action,
  apiError,
  defineApi,
  defineProvider,
  documented,
  fact,
  operation,
  resource,
} from '../../src/define/index.ts';
import { acme } from './acme.ts';

const said = documented('https://example.com/acme, read 2026-11-22');
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const ids = (prefix: string) => ({ only: { prefix: `${prefix}_`, alphabet, length: 8 } });
const times = { created: 'created_at', updated: 'updated_at', notation: 'iso' } as const;
const charge = acme.events['charge.created'].object.shapes[0].schema;

/** Charges, which are settled at most once. */
const chargeResource = resource(charge, said, {
  object: 'charge',
  ids: ids('ch'),
  times,
  fill: { customer: { value: 'cus_1' }, status: { value: 'pending' } },
  consequences: [{ emit: 'charge.created' }],
  actions: {
    settle: [
      action(['pending'], said, {
        fill: { status: { value: 'captured' } },
        consequences: [{ emit: 'charge.settled' }],
      }),
    ],
  },
});

/** Webhook endpoints. */
const hook = resource(
  z.strictObject({ id: z.string(), to: z.url(), types: z.array(z.string()), on: z.boolean(), secret: z.string() }),
  said,
  {
    ids: ids('hook'),
    times: { notation: 'iso' },
    fill: { on: { value: true }, secret: { random: { prefix: '', alphabet, length: 16 } } },
  },
);

/** The REST API of the provider that does not exist: charges and webhook endpoints. */
const api = defineApi({
  origins: fact(['https://api.acme.example'], said),
  prefix: fact('', said),
  credentials: fact([{ header: 'x-key', pattern: '^key_', example: 'key_1' }], said),
  idempotency: fact({ header: 'x-once', methods: ['POST'], seconds: 60, replayed: 'x-again' }, said),
  paging: fact(
    {
      kind: 'token',
      size: { parameter: 'size', usual: 2 },
      page: { parameter: 'from' },
      body: { page: '{page}', next: '{next}', items: '{items}' },
    },
    said,
  ),
  expansion: fact({ parameter: 'whole', value: 'yes' }, said),
  errorBody: fact({ error: '{code}', says: '{message}' }, said),
  errors: {
    who: apiError(401, 'who', 'Who are you', said),
    what: apiError(400, 'what', 'What is that', said),
    where: apiError(404, 'where', 'Where is it', said),
    when: apiError(409, 'when', 'Not now', said),
  },
  commonErrors: { unauthenticated: 'who', malformed: 'what', invalid: 'what', unknownRoute: 'where' },
  resources: {
    charge: chargeResource,
    hook,
  },
  operations: [
    operation('list', 'GET /charges', 'charge', said, { filters: ['currency'] }),
    operation('retrieve', 'GET /charges/{id}', 'charge', said, { missing: 'where' }),
    operation('create', 'POST /charges', 'charge', said, {
      body: z.object({
        amount: z.int().positive(),
        currency: z.enum(['EUR', 'USD']),
        card: z.object({ brand: z.string(), last4: z.string() }),
      }),
    }),
    operation('act', 'POST /charges/{id}/settle', 'charge', said, {
      action: 'settle',
      missing: 'where',
      refused: 'when',
    }),
    operation('create', 'POST /hooks', 'hook', said, { body: z.object({ to: z.url(), types: z.array(z.string()) }) }),
  ],
  endpoints: {
    resource: 'hook',
    url: 'to',
    subscriptions: 'types',
    active: { field: 'on', value: true },
    secret: 'secret',
  },
});

/** The provider that does not exist, with a REST API. */
export const acmeWithApi = defineProvider({ ...acme, api });
