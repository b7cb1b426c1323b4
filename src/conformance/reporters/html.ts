import type { CheckResult, ConformanceReport } from '../report.ts';
import { renderFailed, renderPassed, renderSkipped, toneOf } from './html/check.ts';
import { html, Markup } from './html/markup.ts';
import { script, scriptHash } from './html/script.ts';
import { style, styleHash } from './html/style.ts';
import { countsOf, deliveriesOf, groupsOf, outcomeOf } from './summary.ts';

/**
 * A report as one HTML page that asks nothing of the network. All that came from a receiver or a payload is escaped, and
 * the page's own policy lets nothing run or load but its one script and one style.
 */
export function renderHtml(report: ConformanceReport): string {
  const name = `${report.provider}@${report.version}`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${raw(styleHash)}'; script-src '${raw(scriptHash)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${name}: ${outcomeOf(report)}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="away" href="#results">To the results</a>
        <header class="top">
          <p class="brand">hookproof conformance report</p>
          <h1>${name}</h1>
          ${renderVerdict(report)} ${renderBar(report)} ${renderFacts(report)}
        </header>
        <main id="results">
          ${renderContents(report)} ${groupsOf(report).map(([title, checks]) => renderGroup(title, checks))}
        </main>
        <footer>
          <p>
            A MUST that is broken fails the run; a SHOULD or a MAY does not. What was skipped was not judged. The ids of
            events come from the seed, so a run with the same seed sends the same again.
          </p>
        </footer>
        ${raw(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${page.text}\n`;
}

/** Text of this program's own, which is not escaped. */
function raw(text: string): Markup {
  return new Markup(text);
}

function renderVerdict(report: ConformanceReport): Markup {
  const outcome = outcomeOf(report);
  const { passed, ended, fixed = [] } = report;
  return html`<p class="verdict ${passed ? 'good' : 'bad'}">
    ${outcome.slice(0, 1).toUpperCase() + outcome.slice(1)}
    <small>${countsOf(report)}</small>
    ${ended === undefined ? undefined : html`<small>${ended}</small>`}
    ${fixed.map(
      ({ check, delivery, fixture = 'any fixture' }) =>
        html`<small>Fixed, so take it off the baseline: ${check}: ${delivery}: ${fixture}</small>`,
    )}
  </p>`;
}

const tones = ['failed', 'advice', 'accepted', 'passed', 'skipped'] as const;
const words: { readonly [Tone in (typeof tones)[number]]: string } = {
  failed: 'failed',
  advice: 'failed, but no MUST',
  accepted: 'accepted',
  passed: 'passed',
  skipped: 'skipped',
};

function renderBar({ checks }: ConformanceReport): Markup {
  const counts = tones
    .map((tone) => ({ tone, count: checks.filter((check) => toneOf(check) === tone).length }))
    .filter(({ count }) => count > 0);
  let x = 0;
  const parts = counts.map(({ tone, count }) => {
    const part = html`<rect class="${tone}" x="${x}" y="0" width="${count}" height="1" />`;
    x += count;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 ${x} 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
    <ul class="counts">
      ${counts.map(({ tone, count }) => html`<li class="${tone}"><b>${count}</b> ${words[tone]}</li>`)}
    </ul>`;
}

function renderFacts(report: ConformanceReport): Markup {
  const milliseconds = report.checks.reduce((sum, check) => sum + check.milliseconds, 0);
  const facts = {
    Receiver: report.url,
    Deliveries: String(deliveriesOf(report)),
    Time: `${(milliseconds / 1000).toFixed(1)} s`,
    Seed: report.seed,
  };
  return html`<dl class="facts">
    ${Object.entries(facts).map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd class="mono">${value}</dd>`,
    )}
  </dl>`;
}

/** What was found, in a list of links. */
function renderContents(report: ConformanceReport): Markup | undefined {
  const found = groupsOf(report).flatMap(([, checks]) => checks.filter(hasFound));
  if (found.length === 0) return undefined;
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">What was found</h2>
    <ol>
      ${found.map((check) => {
        const { id, title, level, findings } = check;
        return html`<li class="${toneOf(check)}">
          <span class="badge">${level}</span> <a href="#${id}">${title}</a>
          <span>${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}</span>
        </li>`;
      })}
    </ol>
  </nav>`;
}

function hasFound({ status }: CheckResult): boolean {
  return status === 'failed' || status === 'accepted';
}

function renderGroup(title: string, checks: readonly CheckResult[]): Markup {
  const found = checks.filter(hasFound);
  const [passed, skipped] = (['passed', 'skipped'] as const).map((status) =>
    checks.filter((check) => check.status === status),
  );
  return html`<section class="group" aria-label="${title}">
    <h2>${title}</h2>
    <p>${found.length} of ${checks.length} have findings</p>
    ${found.map(renderFailed)} ${passed!.length === 0 ? undefined : renderPassed(passed!)}
    ${skipped!.length === 0 ? undefined : renderSkipped(skipped!)}
  </section>`;
}
