export type { Fault } from './fault.ts';
export { renderVectors } from './render.ts';
export { renderTestKeys, testKeysOf, type TestKeys } from './test-keys.ts';
export type { SignatureVector, VectorRequest } from './vector.ts';
export { spoiltDeliveries, vectorsOf } from './vectors.ts';
