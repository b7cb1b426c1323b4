import { object } from '../../../../define/index.ts';
import { invoiceCreateAt } from './invoice-create-at.ts';
import { invoiceCreatedAt } from './invoice-created-at.ts';

export const invoice = object('invoice', invoiceCreateAt, invoiceCreatedAt);
