export type { Change, ChangeKind, Impact } from './change.ts';
export { diffVersions, type Diff } from './diff.ts';
export { describes, fieldsOf, pathOf, pathText, type FieldPath } from './fields.ts';
export type { Reads } from './reads.ts';
export { renderDiff, renderDiffMarkdown } from './render.ts';
