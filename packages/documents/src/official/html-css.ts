/**
 * The page of GB/T 9704-2012 for a browser that prints: 22 lines of 28 characters by exact line height and letter spacing.
 * Open fonts alone; where a style has none of its own kind (小标宋, 仿宋, 楷体), the nearest one stands in.
 */
export const OFFICIAL_CSS = `
:root { --cell: calc(156mm / 28); --line: 10.22mm; }
@page { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; }
@page across { size: 297mm 210mm; margin: 28mm 37mm 26mm 35mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; font: 14pt "Noto Serif CJK SC", "Source Han Serif SC", serif; vertical-align: top; padding: 7mm 5.5mm 0 0; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; font: 14pt "Noto Serif CJK SC", "Source Han Serif SC", serif; vertical-align: top; padding: 7mm 0 0 5.5mm; } }
* { box-sizing: border-box; }
body { margin: 0; font: 16pt / var(--line) "FandolFang", "Noto Serif CJK SC", "Source Han Serif SC", serif; letter-spacing: calc(156mm / 28 - 16pt - 0.002mm);
  text-autospace: no-autospace; text-spacing-trim: space-all; line-break: strict; orphans: 1; widows: 1; color: #000; }
p { margin: 0; overflow-wrap: anywhere; }
.body, .heading1, .heading2, .heading3 { text-indent: calc(2 * var(--cell)); text-align: left; }
.heading1, .heading2, .heading3 { break-after: avoid; }
.heading1, th, .head, .annex-number { font-family: "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
.heading2 { font-family: "LXGW WenKai", "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
.rest { font-family: "FandolFang", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
.title { font: bold 22pt / 35pt "Noto Serif CJK SC", "Source Han Serif SC", serif; letter-spacing: 0; text-align: center; }
.under { margin-bottom: var(--line); }
.mark { font: bold 32pt / 1.5 "Noto Serif CJK SC", "Source Han Serif SC", serif; letter-spacing: 0; color: #e60012; text-align: center; margin-bottom: calc(2 * var(--line)); }
.number { text-align: center; margin-bottom: var(--line); }
.lined { border-bottom: 0.5mm solid #e60012; padding-bottom: 3mm; margin-bottom: calc(2 * var(--line)); }
.note { padding-left: calc(2 * var(--cell)); }
.first { margin-top: var(--line); }
.signature { text-align: right; break-after: avoid; }
.signed { margin-top: calc(2 * var(--line)); }
.date { text-align: right; padding-right: calc(4 * var(--cell)); }
.slip { margin-top: calc(2 * var(--line)); break-inside: avoid; }
.slip-title { text-align: center; }
.imprint { margin-top: calc(2 * var(--line)); border: solid #000; border-width: 0.35mm 0; font-size: 14pt; letter-spacing: 0; break-inside: avoid; }
.copies, .printer { padding: 0 1em; }
.copies + .printer { border-top: 0.25mm solid #000; }
.printer { display: flex; justify-content: space-between; }
.annex { page: across; break-before: page; }
.table-note { font-size: 12pt; line-height: 20pt; letter-spacing: 0; }
.after { margin-top: 10pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 10.5pt; line-height: 16pt; letter-spacing: 0; }
th, td { border: 0.2mm solid #000; padding: 0.7mm 1.4mm; font-weight: normal; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.centred, .head { text-align: center; }
.watermark { position: fixed; top: -16mm; right: 0; font-size: 9pt; line-height: 1; letter-spacing: 0; color: #999; }
`;
