import type { CheckResult } from '../../report.ts';
import { listed, skipsOf } from '../summary.ts';
import { renderFinding } from './finding.ts';
import { html, type Markup } from './markup.ts';

/** The most findings of one check that are written out. */
const most = 40;

/** How a check's result is coloured: what has failed but fails no run is advice. */
export function toneOf({ status, level }: CheckResult): 'failed' | 'advice' | 'accepted' | 'passed' | 'skipped' {
  return status === 'failed' && level !== 'MUST' ? 'advice' : status;
}

/** A check that has found something, with its findings. */
export function renderFailed(check: CheckResult): Markup {
  const { id, level, title, findings, reason, unjudged } = check;
  const more = findings.length - most;
  return html`<article class="check ${toneOf(check)}" id="${id}" aria-labelledby="${id}-title">
    <header>
      <h3 id="${id}-title">${id}</h3>
      <span class="badge">${level}</span> <span class="badge">${check.status}</span>
    </header>
    <p>${title}</p>
    ${renderSource(check)} ${reason === undefined ? undefined : html`<p><strong>Broken off:</strong> ${reason}</p>`}
    ${findings.slice(0, most).map((finding, index) => renderFinding(finding, `${id}-${index + 1}`))}
    ${more > 0 ? html`<p class="more">and ${more} more findings; --json lists them all</p>` : undefined}
    ${renderUnjudged(unjudged)}
  </article>`;
}

/** The checks that have passed, each in a line or two. */
export function renderPassed(checks: readonly CheckResult[]): Markup {
  return html`<ul class="quiet">
    ${checks.map(
      (check) =>
        html`<li id="${check.id}">
          <div><span class="badge passed">passed</span></div>
          <div>
            <code>${check.id}</code> <span class="badge">${check.level}</span><br />${check.title}
            ${renderSource(check)} ${renderUnjudged(check.unjudged)}
          </div>
        </li>`,
    )}
  </ul>`;
}

/** The checks that were skipped, by reason. */
export function renderSkipped(checks: readonly CheckResult[]): Markup {
  return html`<ul class="quiet">
    ${[...skipsOf(checks)].map(
      ([reason, ids]) =>
        html`<li>
          <div><span class="badge skipped">skipped</span></div>
          <div>${reason}: <code>${ids.join(', ')}</code></div>
        </li>`,
    )}
  </ul>`;
}

function renderUnjudged(unjudged: readonly string[]): Markup | undefined {
  if (unjudged.length === 0) return undefined;
  return html`<p class="source">Not judged, since the plain delivery is not acknowledged: ${listed(unjudged, 12)}</p>`;
}

/** Who says so, with its addresses as links. */
function renderSource({ source, deliveries }: CheckResult): Markup {
  const parts = source.split(/(https?:\/\/[^\s;,]+)/);
  return html`<p class="source">
    ${parts.map((part) =>
      /^https?:\/\//.test(part) ? html`<a href="${part}" rel="noopener noreferrer">${part}</a>` : html`${part}`,
    )}
    · ${deliveries} ${deliveries === 1 ? 'delivery' : 'deliveries'}
  </p>`;
}
