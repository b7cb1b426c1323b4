import * as z from 'zod';
import {
  defineProvider,
  documented,
  either,
  envelope,
  event,
  fact,
  inferred,
  object,
  observed,
  pin,
  shape,
  step,
  unknown,
  type Delivery,
  type EnvelopeFill,
  type Lifecycle,
  type Sample,
  type ShapeParts,
  type Story,
} from '../../src/define/index.ts';

const source = 'https://example.com/acme, read 2026-11-22';
const said = documented(source);

/** How the invented provider delivers every event. */
const delivery: Delivery = {
  method: fact('POST', said),
  encoding: fact({ kind: 'json' }, said),
  headers: {
    'Content-Type': fact('application/json', said),
    'Acme-Signature': fact('{signature}', said),
    'Acme-Timestamp': fact('{timestamp}', said),
    'Acme-Account': fact('{account}', said),
  },
  parameters: { account: 'acct_4417' },
  signature: fact(
    {
      kind: 'hmac',
      hash: 'SHA-256',
      secret: { kind: 'raw' },
      signedText: '{timestamp}.{body}',
      output: 'hex',
      header: 'Acme-Signature',
    },
    said,
  ),
  timestamp: fact({ header: 'Acme-Timestamp', unit: 'seconds' }, said),
  tolerance: fact(300, said),
  acknowledgement: fact([200], said),
  timeout: fact(10, said),
  retries: fact([60, 600, 3600], said),
  ordered: unknown(source, 'no promise of any order'),
  duplicates: fact(true, inferred(source, 'follows from retries')),
};

/** What the invented provider posts. */
export interface AcmeEvent<Type, Carried> {
  id: string;
  type: Type;
  /** Milliseconds since the Unix epoch. */
  created: number;
  data: { object: Carried };
}

interface Fill extends EnvelopeFill {
  readonly event: AcmeEvent<this['type'], this['object']>;
}

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]+$`));

const eventEnvelope = envelope<Fill>({
  name: 'only',
  ...said,
  schema: (type, carried) =>
    z.strictObject({ id: id('evt'), type, created: z.int(), data: z.strictObject({ object: carried }) }),
  paths: { id: ['id'], type: ['type'], object: ['data', 'object'], createdAt: ['created'] },
  blank: { id: '', type: '', created: 0, data: { object: {} } },
  id: { prefix: 'evt_', alphabet: '0123456789abcdefghijklmnopqrstuvwxyz', length: 16 },
});

const common = {
  id: id('ch'),
  object: z.literal('charge'),
  amount: z.int().nonnegative(),
  currency: z.enum(['EUR', 'USD']),
  customer: id('cus'),
  note: z.string().optional(),
  reference: z.string().optional(),
  status: z.enum(['pending', 'authorized', 'captured']),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
};
const cardSchema = z.strictObject({ ...common, card: z.strictObject({ brand: z.string(), last4: z.string() }) });
const bankSchema = z.strictObject({ ...common, bank: z.strictObject({ iban: z.string() }) });
const customerSchema = z.strictObject({
  id: id('cus'),
  object: z.literal('customer'),
  name: z.string(),
  email: z.email().nullable(),
  phone: z.string().optional(),
  address: z.strictObject({ city: z.string(), country: z.string().optional() }).optional(),
  metadata: z.record(z.string(), z.string()),
});

/** A charge to a card. */
export interface CardCharge extends z.output<typeof cardSchema> {}
/** A charge to a bank account. */
export interface BankCharge extends z.output<typeof bankSchema> {}
/** Somebody who is charged. */
export interface Customer extends z.output<typeof customerSchema> {}

const example = {
  id: 'ch_7g2k9x',
  object: 'charge',
  amount: 2599,
  currency: 'EUR',
  customer: 'cus_4n8p1z',
  reference: 'order-1042',
  status: 'pending',
  created_at: '2026-03-01T09:00:00Z',
  updated_at: '2026-03-01T09:00:00Z',
} as const;

const parts = {
  rest: { note: 'Leave it at the door' },
  amount: 'amount',
  currency: 'currency',
  reference: 'reference',
  times: { created: 'created_at', updated: 'updated_at' },
  references: { customer: 'customer' },
  fields: { note: observed(source, 'in a captured payload only') },
} as const satisfies Partial<ShapeParts<CardCharge>>;

const charge = object(
  'charge',
  shape<CardCharge>(cardSchema, said, {
    name: 'card',
    ...parts,
    example: { ...example, card: { brand: 'visa', last4: '4242' } },
  }),
  shape<BankCharge>(bankSchema, said, {
    name: 'bank',
    ...parts,
    example: { ...example, bank: { iban: 'DE89370400440532013000' } },
  }),
);

const customer = object(
  'customer',
  shape<Customer>(customerSchema, said, {
    example: {
      id: 'cus_4n8p1z',
      object: 'customer',
      name: "Zoë O'Hara",
      email: 'zoe@example.com',
      address: { city: 'Århus' },
      metadata: {},
    },
    rest: { phone: '+4520123456', address: { country: 'DK' }, metadata: { plan: 'gold' } },
  }),
);

const settled = either({
  captured: pin('captured', said),
  authorized: pin('authorized', inferred(source, 'possible by the list of statuses')),
});

// prettier-ignore
const catalogue = {
  'charge.created':   event(charge,   { status: pin('pending', said) }, 'A charge was begun.',     said),
  'charge.settled':   event(charge,   { status: settled },              'A charge is settled.',    said),
  'customer.created': event(customer, {},                               'A customer was made.',    said),
  'customer.updated': event(customer, {},                               'A customer was changed.', said, { spellings: ['customer.changed'] }),
};

/** Every event of the invented provider. */
export interface Events extends Readonly<typeof catalogue> {}
const events: Events = catalogue;

const lifecycles: readonly Lifecycle[] = [
  {
    object: 'charge',
    first: ['charge.created'],
    steps: { 'charge.created': step(['charge.settled'], said), 'charge.settled': step([], said) },
  },
];

const story: Story<Events> = {
  'customer.created': { at: '2026-03-01T08:30:00.000Z' },
  'charge.created': { at: '2026-03-01T09:00:00.000Z' },
  'charge.settled': { at: '2026-03-01T09:00:07.000Z' },
  'customer.updated': { at: '2026-03-02T10:00:00.000Z', set: { email: null } },
};

const samples: readonly Sample[] = [
  {
    type: 'customer.created',
    shape: 'only',
    envelope: 'only',
    source,
    value: {
      id: 'evt_00000000000000aa',
      type: 'customer.created',
      created: 1772353800000,
      data: { object: { id: 'cus_000001', object: 'customer', name: 'Jane Doe', email: null, metadata: {} } },
    },
  },
];

/** A provider that does not exist: four rows over two objects, with one of everything that can be defined. */
export const acme = defineProvider({
  name: 'acme',
  version: '2024-06-01',
  delivery,
  envelope: eventEnvelope,
  events,
  lifecycles,
  story,
  samples,
});
