import type { Finding, GivenResponse, SentRequest } from '../../finding.ts';
import { listed, payloadOf } from '../summary.ts';
import { renderDifferences } from './differences.ts';
import { html, type Markup } from './markup.ts';
import { renderTimeline } from './timeline.ts';

/** A finding with all that is known of it. `id` is unique in the page. */
export function renderFinding(finding: Finding, id: string): Markup {
  const { delivery, expected, actual, effects, timeline, request, response, replay, accepted } = finding;
  const payload = payloadOf(finding);
  return html`<section class="finding" aria-labelledby="${id}">
    <h4 id="${id}">
      ${delivery}${accepted === true ? html` <span class="badge accepted">accepted</span>` : undefined}
    </h4>
    ${renderFixtures(finding)}
    <dl class="versus">
      <div>
        <dt>Expected</dt>
        <dd>${expected}</dd>
      </div>
      <div class="came">
        <dt>Came</dt>
        <dd>${actual}</dd>
      </div>
    </dl>
    ${
      payload.length === 0
        ? undefined
        : html`<h5>Payload, against the fixture</h5>
            ${renderDifferences(payload, { name: 'fixture', tone: 'plain' }, { name: 'delivered', tone: 'new' })}`
    }
    ${
      effects.length === 0
        ? undefined
        : html`<h5>Effects</h5>
            ${renderDifferences(effects, { name: 'expected', tone: 'good' }, { name: 'found', tone: 'bad' })}`
    }
    ${
      timeline.length === 0
        ? undefined
        : html`<h5>Timeline</h5>
            ${renderTimeline(timeline)}`
    }
    ${renderRequest(request, timeline.length > 1)} ${response === undefined ? undefined : renderResponse(response)}
    <h5>Send it again</h5>
    <div class="replay">
      <pre id="${id}-replay" tabindex="0" role="region" aria-label="Command that sends it again">${replay}</pre>
      <button class="copy" type="button" hidden aria-live="polite" aria-controls="${id}-replay">Copy</button>
    </div>
  </section>`;
}

function renderFixtures({ fixture, confidence, others }: Finding): Markup {
  const doubt = confidence === 'documented' ? '' : ` (${confidence})`;
  const most = 6;
  if (others.length <= most)
    return html`<p class="fixtures">
      <code>${fixture}</code>${doubt}${others.length > 0 ? `, and the same with ${listed(others, most)}` : ''}
    </p>`;
  return html`<div class="fixtures">
    <code>${fixture}</code>${doubt}
    <details>
      <summary>and the same with ${others.length} more</summary>
      ${others.join(', ')}
    </details>
  </div>`;
}

function renderRequest({ method, url, headers, body }: SentRequest, isLast: boolean): Markup {
  return html`<details class="exchange">
    <summary>${isLast ? 'The last request' : 'Request'}: <code>${method} ${pathOf(url)}</code></summary>
    <div class="inside">
      <div class="scroll">
        <table>
          <caption class="away">
            Headers
          </caption>
          <tbody>
            ${Object.entries(headers).map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row"><code>${name}</code></th>
                  <td><code>${value}</code></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h5>Body</h5>
      ${renderBody(body, 'Body of the request')}
    </div>
  </details>`;
}

function renderResponse({ status, contentType, body }: GivenResponse): Markup {
  return html`<details class="exchange">
    <summary>Response: <code>${status}${contentType === undefined ? '' : `, ${contentType}`}</code></summary>
    <div class="inside">${renderBody(body, 'Body of the response')}</div>
  </details>`;
}

/** The longest body that is shown, in characters. */
const limit = 16 * 1024;

function renderBody(body: string, label: string): Markup {
  if (body === '') return html`<p class="none">no body</p>`;
  const text = indented(body);
  const shown = text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;
  return html`<pre tabindex="0" role="region" aria-label="${label}">${shown}</pre>`;
}

/** JSON in lines, where indenting it changes nothing else: a number or a doubled key may be what the finding is about. */
function indented(body: string): string {
  try {
    const value = JSON.parse(body) as unknown;
    return JSON.stringify(value) === body ? JSON.stringify(value, null, 2) : body;
  } catch {
    return body;
  }
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url;
}
