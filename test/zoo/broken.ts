import { answers } from './broken/answers.ts';
import { effects } from './broken/effects.ts';
import { payloads } from './broken/payloads.ts';
import { verification } from './broken/verification.ts';
import type { Member } from './member.ts';

/** Every broken receiver. */
export const broken: readonly Member[] = [...verification, ...answers, ...effects, ...payloads];
