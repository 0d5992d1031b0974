import { createHash } from 'node:crypto';

/**
 * How public pages look: the product's paper, ink, hairlines and one cinnabar, with the reader's own fonts. It stands in every page,
 * so that a page is one file wherever it is put, and works in Chromium 87.
 */
export const LOOK = `
:root { --paper: #fbfaf6; --sheet: #fff; --wash: #f4f1ea; --ink: #1d2024; --ink-2: #555a61; --line: #e2ddd2; --line-2: #8c8577; --cinnabar: #b3321f; --cinnabar-wash: #f9ece8;
  --sans: "Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; --serif: "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 16px/1.75 var(--sans); color: var(--ink); background: var(--paper); font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
a { color: inherit; text-underline-offset: 3px; text-decoration-color: var(--line-2); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
.skip { position: absolute; left: -999px; padding: 8px 16px; background: var(--ink); color: #fff; }
.skip:focus { left: 8px; top: 8px; }
.top { border-top: 3px solid var(--cinnabar); border-bottom: 1px solid var(--line); background: var(--sheet); }
.top > *, main, footer { max-width: 54rem; margin: 0 auto; padding: 12px 20px; }
.brand { font: 600 16px/1.5 var(--serif); letter-spacing: .12em; }
.trail { padding-top: 0; font-size: 14px; color: var(--ink-2); }
main { padding-top: 24px; padding-bottom: 48px; }
main:focus { outline: 0; }
h1 { margin: 0 0 16px; font: 600 26px/1.45 var(--serif); letter-spacing: .04em; }
h2 { margin: 40px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line-2); font: 600 19px/1.5 var(--serif); }
h3, h4, h5 { margin: 24px 0 8px; font: 600 16px/1.7 var(--sans); }
h4, h5 { font-weight: 400; }
p { margin: 0 0 12px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0 0 8px; }
dt { color: var(--ink-2); }
dd { margin: 0; }
.jump { font-size: 15px; } .jump a { margin-right: 20px; }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--line); }
caption { padding: 0 0 6px; text-align: left; font-size: 14px; color: var(--ink-2); }
th, td { padding: 8px 12px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { font-size: 14px; color: var(--ink-2); white-space: nowrap; border-bottom-color: var(--line-2); background: var(--wash); }
.value { font: 600 18px/1.5 var(--serif); white-space: nowrap; text-align: right; }
.note { font-size: 14px; color: var(--ink-2); }
.short { white-space: nowrap; }
.text { font-family: var(--serif); font-size: 17px; line-height: 1.9; }
.text p { text-indent: 2em; } .text .right { text-align: right; text-indent: 0; margin: 24px 0 0; } .text .right + .right { margin-top: 0; }
.text .result { text-indent: 0; }
.state { display: inline-block; border: 1px solid var(--line-2); border-radius: 3px; padding: 2px 12px; background: var(--sheet); font: 700 16px/1.5 var(--serif); letter-spacing: .06em; }
.list { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line-2); }
.list li { padding: 14px 0; border-bottom: 1px solid var(--line); }
h2 + .list { border-top: 0; }
.list + form { margin-top: 24px; }
.list a { font: 600 18px/1.6 var(--serif); }
.margin { margin: 24px 0; border-left: 3px solid var(--cinnabar); padding: 10px 16px; background: var(--cinnabar-wash); }
.margin p:last-child { margin: 0; }
.steps { display: flex; flex-wrap: wrap; gap: 8px 24px; margin-top: 32px; }
.list .margin { margin: 8px 0; }
.trap { position: absolute; left: -9999px; }
form label { display: block; margin: 16px 0 6px; font-weight: 600; }
textarea { display: block; width: 100%; padding: 8px 12px; border: 1px solid var(--line-2); border-radius: 3px; font: inherit; color: inherit; background: var(--sheet); }
button { margin-top: 12px; min-height: 44px; padding: 8px 24px; border: 0; border-radius: 3px; font: inherit; color: #fff; background: var(--ink); cursor: pointer; }
.wrong { border-left: 3px solid var(--cinnabar); padding: 8px 12px; color: #7c2416; background: var(--cinnabar-wash); }
footer { border-top: 1px solid var(--line); font-size: 14px; color: var(--ink-2); }
@media (max-width: 600px) {
  .facts { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
  th, td { padding: 8px; } .figures th { white-space: nowrap; } .figures thead { display: none; } h1 { font-size: 22px; }
}
@media print {
  body { background: #fff; font-size: 12pt; } .top, .skip, .jump, .steps, form { display: none; } main, footer { max-width: none; padding: 0; }
  h2, h3, h4, h5 { break-after: avoid; } tr, .margin { break-inside: avoid; } thead { display: table-header-group; } a { text-decoration: none; }
}
`;

/** What a Content-Security-Policy says to let this style in, and no other. */
export const LOOK_HASH = `sha256-${createHash('sha256').update(LOOK, 'utf8').digest('base64')}`;
