import { documented, object } from '../../../../define/index.ts';
import { refundCreateAt } from '../../2024-10/objects/refund-create-at.ts';
import { refundCreatedAt } from '../../2024-10/objects/refund-created-at.ts';
import { sources } from '../../sources.ts';

export const refund = object(
  'refund',
  { ...refundCreatedAt, ...documented(sources.payloads2026, 'in the printed sample') },
  refundCreateAt,
);
