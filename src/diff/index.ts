export { impacts, type Change, type ChangeKind, type Impact } from './change.ts';
export { diffVersions, type Diff } from './diff.ts';
export { describes, fieldsOf, pathOf, pathText, type FieldPath } from './fields.ts';
export { affects, type Reads } from './reads.ts';
export { renderDiff, renderDiffMarkdown } from './render.ts';
