/** How the page looks: light or dark as the reader has it, narrow or wide, on a screen or on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #ffffff; --ink: #1c1b1f; --soft: #5d5a66; --line: #e3dfd8; --wash: #f3f0ea;
  --good: #1a6e42; --bad: #b3261e; --held: #5b4bb0; --skip: #6b6459; --warn: #8a5300; --link: #1f5fae;
  --good-wash: #e4f3ea; --bad-wash: #fcebe9; --held-wash: #eeebfb; --warn-wash: #fbf0dc;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151418; --card: #1d1c21; --ink: #ebe8e3; --soft: #a5a1ab; --line: #35333b; --wash: #26242b;
    --good: #6fcf97; --bad: #ff8a80; --held: #b8adff; --skip: #a8a199; --warn: #f0b45a; --link: #8ab8f5;
    --good-wash: #1b3325; --bad-wash: #3a1f1e; --held-wash: #2a2645; --warn-wash: #382a14;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main, header.top, footer { max-width: 66rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, summary:focus-visible, pre:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.away { position: absolute; left: -100vw; }
.away:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
code, pre, .mono { font-family: var(--mono); font-size: .86em; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
header.top { padding-top: 2.5rem; }
.brand { color: var(--soft); font-size: .82rem; letter-spacing: .06em; margin: 0; }
h1 { font-size: 1.9rem; margin: .2rem 0 .9rem; letter-spacing: -.015em; overflow-wrap: anywhere; }
.verdict { display: block; padding: .9rem 1.2rem; border-radius: 10px; font-size: 1.1rem; font-weight: 600; border-left: 6px solid; margin: 0; }
.verdict.good { background: var(--good-wash); color: var(--good); }
.verdict.bad { background: var(--bad-wash); color: var(--bad); }
.verdict small { display: block; font-weight: 400; font-size: .9rem; color: var(--ink); margin-top: .15rem; overflow-wrap: anywhere; }
.bar { display: block; width: 100%; height: 10px; margin: 1.5rem 0 .9rem; border-radius: 5px; }
.passed { --mark: var(--good); } .failed { --mark: var(--bad); } .accepted { --mark: var(--held); } .skipped { --mark: var(--skip); } .advice { --mark: var(--warn); }
.bar rect { fill: var(--mark); }
.bar .skipped { --mark: var(--line); }
.counts { display: flex; flex-wrap: wrap; gap: .4rem 1.8rem; list-style: none; padding: 0; margin: 0 0 1.5rem; }
.counts li { display: flex; align-items: baseline; gap: .45rem; color: var(--soft); }
.counts b { font-size: 1.5rem; color: var(--mark); font-variant-numeric: tabular-nums; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.2rem; margin: 0 0 2rem; padding: 1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: .92rem; }
dl.facts dt { color: var(--soft); }
dl.facts dd.mono { font-size: .9em; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
nav.contents { margin: 0 0 2rem; }
nav.contents h2 { font-size: 1rem; margin: 0 0 .5rem; }
nav.contents ol { list-style: none; margin: 0; padding: 0; }
nav.contents li { display: flex; flex-wrap: wrap; gap: 0 .7rem; align-items: baseline; padding: .3rem 0; border-bottom: 1px solid var(--line); }
nav.contents li span:last-child { color: var(--soft); font-size: .9rem; margin-left: auto; }
section.group { margin: 0 0 3rem; }
section.group > h2 { font-size: 1.35rem; margin: 0 0 .2rem; }
section.group > p { color: var(--soft); margin: 0 0 1rem; font-size: .92rem; }
.badge { display: inline-block; font-size: .72rem; font-weight: 650; letter-spacing: .03em; padding: .1em .55em; border-radius: 99px; border: 1px solid; color: var(--mark, var(--soft)); white-space: nowrap; }
article.check { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--mark); border-radius: 10px; margin: 0 0 1.3rem; padding: 1.1rem 1.3rem 1.2rem; }
article.check > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .7rem; }
article.check h3 { font-size: 1rem; margin: 0; font-family: var(--mono); overflow-wrap: anywhere; }
article.check > p { margin: .4rem 0 0; }
.source { color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
section.finding { border-top: 1px solid var(--line); margin-top: 1.1rem; padding-top: 1rem; }
section.finding h4 { font-size: 1rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
.fixtures { color: var(--soft); font-size: .88rem; margin: 0 0 .8rem; overflow-wrap: anywhere; }
.fixtures details { display: inline; }
.versus { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .7rem; margin: 0 0 1rem; }
.versus div { padding: .5rem .9rem .6rem; border-radius: 8px; background: var(--wash); overflow-wrap: anywhere; }
.versus dt { font-size: .78rem; color: var(--soft); }
.versus dd { margin: 0; font-weight: 550; }
.versus .came { background: var(--bad-wash); }
.versus .came dd { color: var(--bad); }
h5 { font-size: .82rem; margin: 1rem 0 .35rem; color: var(--soft); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th { white-space: nowrap; text-align: left; font-weight: 500; color: var(--soft); font-size: .78rem; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td:first-child, th:first-child { padding-left: .1rem; }
td.number { width: 1%; font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; }
.value { font-family: var(--mono); font-size: .92em; padding: .05em .3em; border-radius: 4px; background: var(--wash); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.value.bad { background: var(--bad-wash); color: var(--bad); }
.value.good { background: var(--good-wash); color: var(--good); }
.value.new { background: var(--warn-wash); color: var(--warn); }
.none { color: var(--soft); font-style: italic; }
pre { margin: 0; padding: .8rem 1rem; background: var(--wash); border-radius: 8px; overflow: auto; max-height: 22rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; tab-size: 2; }
.replay { position: relative; }
.replay pre { max-height: 9rem; padding-right: 5.2rem; }
button.copy { position: absolute; top: .5rem; right: .6rem; font: inherit; font-size: .8rem; padding: .2rem .7rem; border-radius: 6px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
button.copy:hover { border-color: var(--link); }
button.copy[hidden] { display: none; }
summary { cursor: pointer; }
details.exchange { margin: .5rem 0; }
details.exchange > summary { color: var(--link); font-size: .9rem; }
details.exchange > .inside { padding: .6rem 0 .2rem 1rem; border-left: 2px solid var(--line); margin-left: .3rem; }
ul.quiet { list-style: none; margin: 0; padding: 0; }
ul.quiet li { display: grid; grid-template-columns: 4.6rem 1fr; gap: 0 .8rem; padding: .45rem 0; border-bottom: 1px solid var(--line); font-size: .93rem; }
ul.quiet li > div { overflow-wrap: anywhere; }
ul.quiet code { font-weight: 600; }
.more { margin: 1rem 0 0; color: var(--soft); font-size: .9rem; }
details.fold { margin: .8rem 0; }
details.fold > summary { color: var(--soft); }
svg.timeline { display: block; max-width: 100%; height: auto; margin: .3rem 0 .5rem; }
svg.timeline line { stroke: var(--line); stroke-width: 2; }
svg.timeline circle { fill: var(--card); stroke: var(--mark); stroke-width: 2.5; }
svg.timeline .failed circle { fill: var(--bad-wash); }
svg.timeline .lost circle { stroke-dasharray: 3 3; --mark: var(--warn); }
svg.timeline text { font: 11px system-ui, sans-serif; fill: var(--soft); text-anchor: middle; }
svg.timeline text.nth { font-weight: 650; fill: var(--ink); }
footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) {
  main, header.top, footer { padding-left: 1rem; padding-right: 1rem; }
  article.check { padding: .9rem 1rem 1rem; }
  nav.contents li span:last-child { margin-left: 0; width: 100%; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #f5f5f5; --good: #0b5a30; --bad: #a01010; --held: #40308f; --warn: #6b4000; --skip: #555; --link: #000; --good-wash: #f0f7f2; --bad-wash: #fdf1f0; --held-wash: #f3f1fc; --warn-wash: #fdf6e8; }
  body { font-size: 10.5pt; }
  button.copy, .away { display: none !important; }
  details::details-content { content-visibility: visible; block-size: auto; }
  pre, .replay pre { max-height: none; padding-right: 1rem; }
  h2, h3, h4, h5, header { break-after: avoid; }
  .versus, tr, li, svg { break-inside: avoid; }
}
`;

/** The style's hash, as a content security policy names it. */
export const styleHash = 'sha256-ZB1l0MoiVbmT+bAP/LGCdF5GcdkkIyKPTRoO269HQLM=';
