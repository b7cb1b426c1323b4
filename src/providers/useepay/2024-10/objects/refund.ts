import { object } from '../../../../define/index.ts';
import { refundCreateAt } from './refund-create-at.ts';
import { refundCreatedAt } from './refund-created-at.ts';

export const refund = object('refund', refundCreateAt, refundCreatedAt);
