import {
  formsOf,
  inferred,
  nameOf,
  rowOf,
  rowsOf,
  weakest,
  type EventForm,
  type Evidence,
  type Provider,
} from '../define/index.ts';
import type { ChangeKind, ChangeParts } from './change.ts';
import { compareField, typesText } from './compare-field.ts';
import { fieldsOf, pathText, type Field, type FieldPath, type Fields } from './fields.ts';

/** A change beside the event type that it is in. */
export type EventChange = ChangeParts & { readonly event: string };

/** Every difference between the events of two versions, event by event. */
export function compareEvents(before: Provider, after: Provider): EventChange[] {
  const [old, now] = [before, after].map((provider) => rowsOf(provider).map(([type]) => type)) as [string[], string[]];
  const removed = old
    .filter((type) => !now.includes(type))
    .map((type) => ({
      event: type,
      path: type,
      kind: 'event-removed' as const,
      before: rowOf(before, type).summary,
      after: '',
      fields: [[]],
      ...absence(rowOf(before, type), after),
    }));
  const added = now
    .filter((type) => !old.includes(type))
    .map((type) => ({
      event: type,
      path: type,
      kind: 'event-added' as const,
      before: '',
      after: rowOf(after, type).summary,
      fields: [[]],
      ...only(rowOf(after, type)),
    }));
  const changed = old.filter((type) => now.includes(type)).flatMap((type) => compareEvent(before, after, type));
  return [...removed, ...added, ...changed];
}

/** What is known of a thing that is no longer there: at best, that nobody says that it is. */
function absence(before: Evidence, after: Provider): Evidence {
  const note = `no source says that it is gone: it is absent from what is known of ${nameOf(after)}`;
  return { ...only(weakest(before, inferred(before.source))), note };
}

function compareEvent(before: Provider, after: Provider, type: string): EventChange[] {
  const [old, now] = [fieldsOf(before, type), fieldsOf(after, type)];
  const removed = [...old.values()].filter(
    ({ path }) => !now.has(pathText(path)) && isContainer(now.get(around(path))),
  );
  const added = [...now.values()].filter(({ path }) => !old.has(pathText(path)) && isContainer(old.get(around(path))));
  const evidence = (path: FieldPath) => weakest(evidenceOf(before, type, path), evidenceOf(after, type, path));
  const changes = [
    ...removed.map(({ path, isRequired, ...field }) => ({
      kind: (isRequired ? 'field-removed' : 'optional-field-removed') satisfies ChangeKind as ChangeKind,
      before: typesText({ path, isRequired, ...field }),
      after: '',
      fields: [path],
      ...absence(evidenceOf(before, type, path), after),
    })),
    ...added.map((field) => ({
      kind: 'field-added' as const,
      before: '',
      after: typesText(field),
      fields: [field.path],
      ...evidenceOf(after, type, field.path),
    })),
    ...[...old].flatMap(([key, field]) => {
      const other = now.get(key);
      if (other === undefined) return [];
      return compareField(field, other).map((found) => ({ ...found, fields: [field.path], ...evidence(field.path) }));
    }),
  ];
  const moved = usualForm(
    before,
    after,
    type,
    changes.flatMap(({ fields }) => fields),
  );
  return [...changes, ...moved].map((change) => ({ ...change, event: type }));
}

/** The change of the form that an event usually has, where nothing else shows it: both know both forms. */
function usualForm(before: Provider, after: Provider, type: string, told: readonly FieldPath[]): ChangeParts[] {
  const [old] = formsOf(before, type) as [EventForm];
  const [now] = formsOf(after, type) as [EventForm];
  const fields = unlike(fieldsOf(before, type, old), fieldsOf(after, type, now)).filter(
    (path) => !told.some((other) => other.every((key, index) => path[index] === key)),
  );
  if (fields.length === 0) return [];
  return [
    {
      kind: 'usual-form-changed',
      before: formText(old),
      after: formText(now),
      fields,
      ...weakest(formEvidence(before, type, old, []), formEvidence(after, type, now, [])),
    },
  ];
}

/** The fields that one of two forms lacks, or that differ between them; within one that is lacking, no more. */
function unlike(a: Fields, b: Fields): FieldPath[] {
  const lone = (these: Fields, others: Fields) =>
    [...these].filter(([key, { path }]) => !others.has(key) && others.has(around(path))).map(([, { path }]) => path);
  const differing = [...a].flatMap(([key, field]) => {
    const other: Field | undefined = b.get(key);
    return other !== undefined && compareField(field, other).length > 0 ? [field.path] : [];
  });
  return [...lone(a, b), ...lone(b, a), ...differing];
}

/** How sure the fields of an event at `path` are: as the surest form that has it. */
function evidenceOf(provider: Provider, type: string, path: FieldPath): Evidence {
  const all = formsOf(provider, type);
  const having = all.filter((form) => fieldsOf(provider, type, form).has(pathText(path)));
  const each = (having.length > 0 ? having : all).map((form) => formEvidence(provider, type, form, path));
  return each.reduce((surest, one) => (weakest(one, surest) === one ? surest : one));
}

function formEvidence(provider: Provider, type: string, { shape, envelope }: EventForm, path: FieldPath): Evidence {
  const { object } = envelope.paths;
  const field = object.every((key, index) => path[index] === key) ? path.slice(object.length).join('.') : '';
  const own = Object.hasOwn(shape.fields, field) ? [shape.fields[field]!] : [];
  return only(weakest(rowOf(provider, type), envelope, shape, ...own));
}

/** The evidence of what is more than that. */
function only({ confidence, source, note }: Evidence): Evidence {
  return note === undefined ? { confidence, source } : { confidence, source, note };
}

function formText({ shape, envelope }: EventForm): string {
  const names = [shape.name, envelope.name].filter((name) => name !== 'only');
  return names.length === 0 ? 'the only form' : names.join(' in ');
}

/** Whether fields may come and go in what is there: where it no longer is an object or list, its type says so. */
function isContainer(field: Field | undefined): boolean {
  return field !== undefined && (field.types.has('object') || field.types.has('array'));
}

function around(path: FieldPath): string {
  return pathText(path.slice(0, -1));
}
