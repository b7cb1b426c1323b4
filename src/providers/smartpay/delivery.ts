import { documented, fact, inferred, observed, unknown, type Delivery } from '../../define/index.ts';
import { sources } from './sources.ts';

/** How Smartpay delivers every event. */
export const delivery: Delivery = {
  method: fact('POST', documented(sources.webhooksOverview)),
  encoding: fact({ kind: 'json' }, documented(sources.receiveWebhooks)),
  headers: {
    'Content-Type': fact(
      'application/json',
      inferred(sources.integrationExamples, 'the examples parse with a parser that reads only this type'),
    ),
    'Smartpay-Signature': fact('{signature}', observed(sources.sdkNode)),
    'Smartpay-Signature-Timestamp': fact('{timestamp}', observed(sources.sdkNode)),
    'Smartpay-Subscription-Id': fact(
      '{endpoint}',
      observed(sources.ecCube, 'compared to the id of the webhook endpoint'),
    ),
    'Smartpay-Event-Id': fact(
      '{id}',
      inferred(sources.ecCube, 'the header is required there; that it equals the body\'s "id" is inferred'),
    ),
  },
  parameters: { endpoint: 'webhookendpoint_test_7mHqZc2LxWvR9tKdNfYbE4' },
  signature: fact(
    {
      kind: 'hmac',
      hash: 'SHA-256',
      secret: { kind: 'base62', alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' },
      signedText: '{timestamp}.{body}',
      output: 'hex',
      header: 'Smartpay-Signature',
    },
    observed(sources.sdkNode, 'the same in every SDK and example'),
  ),
  timestamp: fact(
    { header: 'Smartpay-Signature-Timestamp', unit: 'milliseconds' },
    observed(sources.sdkNode, 'milliseconds by the official test vector only'),
  ),
  tolerance: unknown(
    sources.sdkNode,
    'no page states one, and no SDK, example or plugin looks at the age of the timestamp',
  ),
  acknowledgement: fact([200], documented(sources.webhooksOverview, 'any other answer is an error and is retried')),
  timeout: unknown(sources.webhooksOverview, 'that there is one is not said either'),
  retries: unknown(sources.webhooksOverview, 'a failed delivery "will be retried": no schedule, no limit'),
  ordered: unknown(sources.webhooksOverview, 'no promise of any order'),
  duplicates: fact(
    true,
    inferred(sources.webhooksOverview, 'follows from retries; an official example counts attempts per event id'),
  ),
};
