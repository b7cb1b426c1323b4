import type { Api } from '../define/index.ts';
import type { Json } from './json.ts';
import type { Entry, State } from './state.ts';

/** An object with the ids of others in it replaced by the objects; an id that the box does not know stays. */
function expanded(api: Api, state: State, { resource, object }: Pick<Entry, 'resource' | 'object'>): Json {
  const { expands } = api.resources[resource]!;
  const whole = (id: unknown, name: string): unknown => {
    const entry = state.find(String(id), name);
    return entry === undefined ? id : expanded(api, state, entry);
  };
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => {
      const name = Object.hasOwn(expands, field) ? expands[field] : undefined;
      if (name === undefined || value === null) return [field, value];
      return [field, Array.isArray(value) ? value.map((id) => whole(id, name)) : whole(value, name)];
    }),
  );
}

/** An object as the API answers it. */
export function answered(api: Api, state: State, entry: Entry, isExpanded: boolean): Json {
  return isExpanded ? expanded(api, state, entry) : entry.object;
}
