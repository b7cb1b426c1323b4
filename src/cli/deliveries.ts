import type { Flag, Flags } from './io.ts';
import { parametersOf } from './arguments.ts';
import { text } from './io.ts';

/** The flags of every command that signs deliveries. */
export const deliveryFlags: { readonly [Name: string]: Flag } = {
  secret: { type: 'string', help: 'what to sign with: a text, or @file; HOOKPROOF_SECRET when left out' },
  parameter: {
    type: 'string',
    multiple: true,
    help: 'name=value: a header parameter, such as merchant=500000000013102',
  },
  'signed-text': { type: 'string', help: 'what is signed, where that is only assumed: {body}, {encoded} or {json}' },
  'allow-remote': { type: 'boolean', help: 'deliver to another machine than this one' },
  folder: { type: 'string', help: 'where files are read; the current folder when left out' },
  timeout: { type: 'string', help: 'seconds to wait for an answer; 10 when left out' },
  json: { type: 'boolean', help: 'print JSON' },
};

/** What the flags say of how deliveries are made. */
export function deliveryOptions(flags: Flags): {
  readonly parameters: { readonly [Name: string]: string };
  readonly signedText?: string;
} {
  const signedText = text(flags, 'signed-text');
  return { parameters: parametersOf(flags), ...(signedText === undefined ? {} : { signedText }) };
}
