import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { constraintsOf } from '../../src/arbitrary/constraints.ts';

describe('constraintsOf()', () => {
  test.each([
    [z.int(), { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, isInteger: true }],
    [z.number().int(), { min: Number.MIN_SAFE_INTEGER, isInteger: true }],
    [z.int().min(3).min(5).max(9).max(7), { min: 5, max: 7 }],
    [z.number().gt(1).gte(1).lt(5), { min: 1, above: 1, below: 5, max: undefined }],
    [z.uint32().multipleOf(4), { min: 0, max: 4_294_967_295, multiplesOf: [4], isInteger: true }],
    [z.float32(), { isInteger: false }],
    [z.bigint().positive(), { above: 0n, min: undefined }],
    [z.int64(), { min: -(2n ** 63n), max: 2n ** 63n - 1n }],
    [z.string().length(4), { min: 4, max: 4 }],
    [z.string().min(2).max(3), { min: 2, max: 3 }],
    [
      z.string().startsWith('a').endsWith('z').includes('m'),
      { prefix: 'a', suffix: 'z', includes: ['m'], formats: [] },
    ],
    [z.string().regex(/^a$/), { patterns: [/^a$/], isOpaque: false }],
    [z.set(z.int()).size(2), { min: 2, max: 2 }],
    [z.array(z.int()).nonempty(), { min: 1, max: undefined }],
    [z.string().trim(), { isOpaque: true }],
    [z.int().refine((value) => value !== 7), { isOpaque: true }],
    [z.stringFormat('even', (text) => text.length % 2 === 0), { isOpaque: true }],
    [z.boolean(), { min: undefined, max: undefined, isOpaque: false }],
  ])('folds the checks of a schema: %#', (schema, constraints) => {
    expect(constraintsOf(schema)).toMatchObject(constraints);
  });
});
