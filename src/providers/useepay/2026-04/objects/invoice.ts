import { documented, object } from '../../../../define/index.ts';
import { invoiceCreateAt } from '../../2024-10/objects/invoice-create-at.ts';
import { invoiceCreatedAt } from '../../2024-10/objects/invoice-created-at.ts';
import { sources } from '../../sources.ts';

export const invoice = object(
  'invoice',
  { ...invoiceCreatedAt, ...documented(sources.payloads2026, 'in the printed sample') },
  invoiceCreateAt,
);
