import type { Provider } from '../define/index.ts';
import type { Attempt } from '../delivery/index.ts';
import type { Level } from './check.ts';
import type { Examination } from './examination.ts';

/** Milliseconds that are beyond every tolerance. */
export const farOff = 24 * 60 * 60 * 1000;

/** What binds a receiver to look at the time: the provider's own tolerance, where it states one. */
export function levelOfTolerance({ delivery }: Provider): Level {
  return delivery.tolerance.value === undefined ? 'SHOULD' : 'MUST';
}

/** Why a check of the signed time does not apply, or `undefined` where it does. */
export function withoutTime({ delivery }: Provider): string | undefined {
  return delivery.timestamp.value === undefined ? 'this version signs no time' : undefined;
}

/** An event that is signed with some text in place of the time. The header is left out where `sent` is `undefined`. */
export async function signWithTime(
  { provider, session }: Pick<Examination, 'provider' | 'session'>,
  event: object,
  sent: string | undefined,
  signed: string = sent ?? '',
): Promise<Attempt> {
  const { timestamp, signature } = provider.delivery;
  const template = session.options.signedText ?? signature.value.signedText;
  const signedText = template.replace('{timestamp}', () => signed);
  const attempt = await session.sign(event, { signedText });
  const { [timestamp.value!.header]: _, ...headers } = attempt.headers;
  return { ...attempt, headers: sent === undefined ? headers : { ...headers, [timestamp.value!.header]: sent } };
}
