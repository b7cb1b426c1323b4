import type { Difference } from '../../effects.ts';
import { shownValue } from '../visible.ts';
import { html, type Markup } from './markup.ts';

/** One side of a comparison: what it is called, and how it is coloured. */
export interface Side {
  readonly name: string;
  readonly tone: 'plain' | 'good' | 'bad' | 'new';
}

/** Where two values differ, as a table: what is on the one side, and what on the other. */
export function renderDifferences(differences: readonly Difference[], from: Side, to: Side): Markup {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">where</th>
          <th scope="col">${from.name}</th>
          <th scope="col">${to.name}</th>
        </tr>
      </thead>
      <tbody>
        ${differences.map(
          (difference) =>
            html`<tr>
              <td><code>${difference.path === '' ? 'the whole' : difference.path}</code></td>
              <td>${shown('from' in difference, difference.from, from)}</td>
              <td>${shown('to' in difference, difference.to, to)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function shown(isThere: boolean, value: unknown, { tone }: Side): Markup {
  if (!isThere) return html`<span class="none">nothing</span>`;
  return html`<span class="value ${tone}">${shownValue(value, 600)}</span>`;
}
