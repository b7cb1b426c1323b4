export type { UseepayEvent } from './2024-10/envelope.ts';
export type { PaymentMethod } from './2024-10/objects.ts';
export type { UseepayMisprintedEvent } from './2026-04/envelope.ts';
export type * from './2026-04/objects.ts';
export { default as v2024_10 } from './2024-10/index.ts';
export { default as v2025_11_06 } from './2025-11-06/index.ts';
export { default as v2026_04 } from './2026-04/index.ts';
export { default as latest } from './2026-04/index.ts';
