import type { TimelineEntry } from '../../finding.ts';
import { momentText } from '../summary.ts';
import { html, type Markup } from './markup.ts';

/** The most deliveries that are drawn, and the most that are listed. */
const most = { drawn: 30, listed: 200 };

/** The room of one delivery, in units of the drawing. */
const step = 62;

/** What was sent and answered, drawn as a line of deliveries and listed as a table. */
export function renderTimeline(timeline: readonly TimelineEntry[]): Markup {
  const more = timeline.length - most.listed;
  return html`${timeline.length > 1 ? drawing(timeline.slice(0, most.drawn)) : undefined}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">at</th>
            <th scope="col">delivery</th>
            <th scope="col">answer</th>
          </tr>
        </thead>
        <tbody>
          ${timeline.slice(0, most.listed).map(
            (entry, index) =>
              html`<tr>
                <td class="number">${index + 1}</td>
                <td class="number">${momentText(entry)}</td>
                <td>${entry.delivery}</td>
                <td>${entry.answer}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${more > 0 ? html`<p class="more">and ${more} more</p>` : undefined}`;
}

/** One circle for each delivery, evenly spaced: retries are days apart, duplicates milliseconds. */
function drawing(timeline: readonly TimelineEntry[]): Markup {
  const width = timeline.length * step;
  const y = 18;
  return html`<svg
    class="timeline"
    viewBox="0 0 ${width} 52"
    width="${width}"
    height="52"
    role="img"
    aria-label="${timeline.length} deliveries in order; the table says the same"
  >
    <line x1="${step / 2}" y1="${y}" x2="${width - step / 2}" y2="${y}" />
    ${timeline.map((entry, index) => {
      const x = index * step + step / 2;
      return html`<g class="${kindOf(entry)}">
        <circle cx="${x}" cy="${y}" r="11" />
        <text class="nth" x="${x}" y="${y + 4}">${index + 1}</text>
        <text x="${x}" y="46">${momentText(entry)}</text>
      </g>`;
    })}
  </svg>`;
}

function kindOf({ answer }: TimelineEntry): string {
  if (/^status 2\d\d$/.test(answer)) return 'passed';
  return answer.startsWith('answer lost') ? 'lost' : 'failed';
}
