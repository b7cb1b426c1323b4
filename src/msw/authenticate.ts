import type { Api } from '../define/index.ts';
import { Refusal } from './refusal.ts';
import type { Asker } from './world.ts';

/** Who asks, by the headers that carry credentials. Refuses a request without one, or with one of another form. */
export function authenticate(
  api: Api,
  headers: Headers,
  wanted: { readonly [Header: string]: string },
): Pick<Asker, 'mode' | 'credentials'> {
  let mode = '';
  const credentials = Object.fromEntries(
    api.credentials.value.map(({ header, pattern }) => {
      const value = headers.get(header);
      const match = value === null ? null : new RegExp(pattern).exec(value);
      if (match === null || (wanted[header] ?? value) !== value)
        throw new Refusal(
          api.commonErrors.unauthenticated,
          [`header "${header}" is ${value === null ? 'missing' : 'wrong'}`],
          header,
        );
      mode ||= match.groups?.['mode'] ?? '';
      return [header, value!];
    }),
  );
  return { mode, credentials };
}

/** Who asks when nobody does: the examples of the API's credentials. */
export function nobody(api: Api, mode: string): Asker {
  const credentials = Object.fromEntries(api.credentials.value.map(({ header, example }) => [header, example]));
  return { mode, credentials, body: {} };
}
