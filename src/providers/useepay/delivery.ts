import { documented, fact, inferred, observed, unknown, type Delivery } from '../../define/index.ts';
import { sources } from './sources.ts';

const headersListed = documented(sources.signature, 'in the table of headers');
const headersLikely = inferred(
  sources.signature,
  'the table of the versions before; the page of 2026-04 speaks of headers and does not repeat their names',
);
const sameAsForm = 'said on the page of the form-encoded version; that it holds for this one is inferred';
const schedule =
  'then "2 minutes, 3 minutes, 4 minutes... up to 2 hours", of which it is not said whether two hours is the last wait or the whole';

/** What no version's page says, or says for one version alone. */
const common = {
  parameters: { merchant: '500000000013102', app: 'www.A07.com' },
  timestamp: unknown(sources.signature, 'the table of headers has none, and none is signed'),
  tolerance: unknown(sources.signature, 'no time is sent or signed, so none can be too old'),
  timeout: unknown(sources.webhookEvents, 'a timeout is retried; how long it is is not said'),
  ordered: fact(
    false,
    inferred(
      sources.events2025,
      'no order is promised, and it warns of events that come after payment_intent.succeeded',
    ),
  ),
} satisfies Partial<Delivery>;

const exactly200 = documented(
  sources.signature,
  'this page says 200 alone; the page of the form-encoded version says 2xx. Exactly 200 satisfies both',
);

const rsa = { kind: 'rsa-sha256', output: 'base64', header: 'sign' } as const;

/** How UseePay delivers every event of version 2024-10: as one field of a form. */
export const formDelivery: Delivery = {
  ...common,
  method: fact('POST', documented(sources.webhookEvents)),
  encoding: fact({ kind: 'form', field: 'data' }, documented(sources.webhookEvents, 'and on the page on signatures')),
  headers: {
    'Content-Type': fact('application/x-www-form-urlencoded', headersListed),
    merchant_no: fact('{merchant}', headersListed),
    api_version: fact('2024-10', documented(sources.signature, '2024-10-10 in the other stored revision of the page')),
    app_id: fact('{app}', headersListed),
    sign: fact('{signature}', headersListed),
  },
  signature: fact(
    { ...rsa, signedText: '{json}' },
    inferred(
      sources.signature,
      'the algorithm is in the PHP SDK. That the decoded JSON is signed is an ASSUMPTION: no page says whether it is the raw body, the encoded value or the decoded one, and callers may choose',
    ),
  ),
  acknowledgement: fact([200], exactly200),
  retries: fact([1, 5, 10, 30, 60], documented(sources.webhookEvents, schedule)),
  duplicates: fact(
    true,
    documented(sources.webhookEvents, 'receivers are told to be idempotent by the id of the event'),
  ),
};

/** How UseePay delivers every event of version 2025-11-06. */
export const jsonDelivery2025_11_06: Delivery = {
  ...common,
  method: fact('POST', documented(sources.signature)),
  encoding: fact(
    { kind: 'json' },
    observed(sources.merchant, 'it names no version; the content type is documented, the bare envelope is not'),
  ),
  headers: {
    'Content-Type': fact('application/json', headersListed),
    merchant_no: fact('{merchant}', headersListed),
    api_version: fact('2025-11-06', headersListed),
    app_id: fact('{app}', headersListed),
    sign: fact('{signature}', headersListed),
  },
  signature: fact(
    { ...rsa, signedText: '{body}' },
    observed(
      sources.merchant,
      'and the same algorithm in the PHP SDK; the page of 2026-04 says that the raw body is signed',
    ),
  ),
  acknowledgement: fact([200], exactly200),
  retries: fact([1, 5, 10, 30, 60], inferred(sources.webhookEvents, `${schedule}; ${sameAsForm}`)),
  duplicates: fact(true, inferred(sources.webhookEvents, sameAsForm)),
};

/** How UseePay delivers every event of version 2026-04. */
export const jsonDelivery2026_04: Delivery = {
  ...common,
  method: fact('POST', documented(sources.guide2026)),
  encoding: fact({ kind: 'json' }, documented(sources.guide2026)),
  headers: {
    'Content-Type': fact('application/json', documented(sources.guide2026)),
    merchant_no: fact('{merchant}', headersLikely),
    api_version: fact('2026-04', headersLikely),
    app_id: fact('{app}', headersLikely),
    sign: fact('{signature}', headersLikely),
  },
  signature: fact(
    { ...rsa, signedText: '{body}' },
    inferred(
      sources.guide2026,
      'it says that the raw body is signed; the algorithm is in the PHP SDK, and that the header is that of the versions before is inferred',
    ),
  ),
  acknowledgement: fact(
    [200],
    inferred(
      sources.signature,
      'it says 200 alone, of the versions before; the page of this one says 2xx. Exactly 200 satisfies both',
    ),
  ),
  retries: fact([1, 5, 10, 30, 60], inferred(sources.webhookEvents, `${schedule}; ${sameAsForm}`)),
  duplicates: fact(true, inferred(sources.webhookEvents, sameAsForm)),
};
