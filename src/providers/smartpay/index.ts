export type { SmartpayEvent } from './2022-02-18/envelope.ts';
export type * from './2022-02-18/objects.ts';
export { default as v2022_02_18 } from './2022-02-18/index.ts';
export { default as latest } from './2022-02-18/index.ts';
