import type { Difference } from '../../effects.ts';
import { shownValue } from '../visible.ts';
import { html, type Markup } from './markup.ts';

/** Where two values differ, as a table: what is on the one side, and what on the other. */
export function renderDifferences(differences: readonly Difference[], from: string, to: string): Markup {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">where</th>
          <th scope="col">${from}</th>
          <th scope="col">${to}</th>
        </tr>
      </thead>
      <tbody>
        ${differences.map(
          (difference) =>
            html`<tr>
              <td><code>${difference.path === '' ? 'the whole' : difference.path}</code></td>
              <td>${'from' in difference ? html`<del>${shownValue(difference.from, 600)}</del>` : nothing}</td>
              <td>${'to' in difference ? html`<ins>${shownValue(difference.to, 600)}</ins>` : nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const nothing = html`<span class="none">nothing</span>`;
