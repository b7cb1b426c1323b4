import * as z from 'zod';
import { documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { metadata } from '../2024-10/fields.ts';
import { address, customer as customerSchema } from '../2024-10/objects/customer.ts';
import { sources } from '../sources.ts';
import { ids, maker, metadataOrNone, times } from './fields.ts';

const listed = documented(sources.customerApi, 'the path; the fields are those of a customer inside a payment intent');

export const customer = resource(
  customerSchema,
  inferred(sources.paymentIntentApi, 'as a payment intent carries it; that the resource is the same is inferred'),
  { ids: ids('cus'), times, fill: { ...maker, metadata: metadataOrNone } },
);

const addressBody = z.object(address.shape);

/** A customer as a request says it. */
export const customerBody = {
  address: addressBody.partial({ city: true, postcode: true, state: true, line1: true }).optional(),
  description: z.string().optional(),
  name: z.string().optional(),
  email: z.email().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  phone: z.string().optional(),
  merchant_customer_id: z.string().optional(),
  metadata: metadata.optional(),
  shipping: z.object({ address: addressBody, name: z.string().optional(), phone: z.string().optional() }).optional(),
};

export const customerOperations = [
  operation('list', 'GET /customers', 'customer', listed),
  operation('retrieve', 'GET /customers/{id}', 'customer', listed, { missing: 'resource_not_found' }),
  operation(
    'create',
    'POST /customers/create',
    'customer',
    observed(sources.sdkPhp, "and that the merchant's id is required; that it is unique is inferred"),
    {
      body: z.object({ ...customerBody, address: addressBody.optional(), merchant_customer_id: z.string().min(1) }),
      unique: { field: 'merchant_customer_id', error: 'already_exists' },
    },
  ),
  operation('update', 'POST /customers/{id}', 'customer', listed, {
    body: z.object({ ...customerBody, address: addressBody.optional() }),
    missing: 'resource_not_found',
  }),
];
