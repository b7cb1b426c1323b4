import type { Flag, Flags } from './io.ts';
import { parametersOf } from './arguments.ts';
import { text } from './io.ts';

const group = 'Deliveries';

/** The flags of every command that signs deliveries. */
export const deliveryFlags: { readonly [Name: string]: Flag } = {
  secret: {
    type: 'string',
    value: 'text|@file',
    group,
    help: 'what to sign with; HOOKPROOF_SECRET when left out',
  },
  parameter: {
    type: 'string',
    value: 'name=value',
    multiple: true,
    group,
    help: 'a header parameter, such as merchant=500000000013102',
  },
  'signed-text': {
    type: 'string',
    value: 'template',
    group,
    help: 'what is signed, where that is only assumed: {body}, {encoded} or {json}',
  },
  'allow-remote': { type: 'boolean', group, help: 'deliver to another machine than this one' },
  folder: {
    type: 'string',
    value: 'path',
    group,
    help: 'where files are read and written; the current folder when left out',
  },
  timeout: { type: 'string', value: 'seconds', group, help: 'how long to wait for an answer; 10 when left out' },
};

/** What the flags say of how deliveries are made. */
export function deliveryOptions(flags: Flags): {
  readonly parameters: { readonly [Name: string]: string };
  readonly signedText?: string;
} {
  const signedText = text(flags, 'signed-text');
  return { parameters: parametersOf(flags), ...(signedText === undefined ? {} : { signedText }) };
}
