// SPDX-License-Identifier: MIT
#include "engine/report/stylesheet.hpp"

namespace csapath::engine {

std::string_view stylesheet() {
    return R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 100%/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 84rem; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2rem 0 .75rem; overflow-wrap: anywhere; }
h1 { font-size: 2.25rem; margin-top: 1rem; }
h2 { font-size: 1.65rem; margin-top: 3.5rem; padding-top: .75rem; border-top: 2px solid #0b0c0c; }
h3 { font-size: 1.25rem; }
h4 { font-size: 1.05rem; }
p, ul, ol, dl { margin: 0 0 1rem; max-width: 46rem; }
li { margin-bottom: .25rem; }
a { color: #1d70b8; text-underline-offset: .15em; }
a:hover { color: #003078; text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid #0b0c0c; background: #fd0; color: #0b0c0c; }
code { font-family: "Courier New", monospace; font-size: .85em; color: #484949; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: #fd0; color: #0b0c0c; }
.skip:focus { left: 0; top: 0; z-index: 1; }
.marking { display: inline-block; margin: 1.5rem 0 0; padding: .3rem .75rem; border: 2px solid #801650; color: #801650; font-weight: bold; }
.lead { font-size: 1.2rem; }
.quiet { color: #484949; }
.small { font-size: .9rem; }
dl.facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .25rem 1.5rem; max-width: 60rem; }
dl.facts dt { font-weight: bold; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
nav ol { columns: 2 18rem; }
.warning { max-width: 46rem; margin: 0 0 1rem; padding: .75rem 1rem; border-left: .6rem solid #801650; background: #f6eaf0; }
.warning a { color: #003078; }
.note { max-width: 46rem; margin: 0 0 1rem; padding: .5rem 1rem; border-left: .4rem solid #b1b4b6; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 0 0 1.5rem; padding: 0; max-width: none; list-style: none; }
.tiles li { padding: .75rem 1rem; background: #f3f2f1; border-left: .4rem solid #12436d; }
.tiles b { display: block; font-size: 2rem; line-height: 1.1; font-variant-numeric: tabular-nums; }

.wide { overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { caption-side: top; text-align: left; font-weight: bold; padding: .25rem 0 .5rem; }
th, td { padding: .45rem .75rem .45rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #b1b4b6; }
thead th { vertical-align: bottom; border-bottom: 2px solid #0b0c0c; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
tbody th > a { display: inline-block; min-width: 5.5rem; }
.rule { display: inline-block; min-width: 17rem; }
li .rule, p .rule, figcaption .rule { display: inline; }
.day { white-space: nowrap; }
th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-left: .5rem; }
thead th.n { white-space: normal; }
td.z { color: #505a5f; }
.pictures { display: flex; flex-wrap: wrap; gap: 0 2rem; }
.pictures figure { max-width: 100%; min-width: 0; }

.tag { display: inline-block; padding: 0 .5rem; border: 2px solid #0b0c0c; font-size: .9rem; white-space: nowrap; }
.tag.met { border-color: #12436d; color: #12436d; }
.tag.late, .tag.overdue, .tag.missed, .tag.failed { border-color: #801650; background: #801650; color: #fff; }
.tag.late { background: #fff; color: #801650; }
.tag.severity-high { background: #0b0c0c; color: #fff; }
.tag.severity-medium { background: #d9d9d9; }
.tag.severity-low { border-style: dotted; }

table.heat td { text-align: center; border: 1px solid #b1b4b6; padding: .45rem; font-variant-numeric: tabular-nums; }
table.heat thead th { padding: .45rem; }
table.heat thead th:first-child { padding-left: 0; }
table.heat thead th + th { text-align: center; }
.h0 { color: #484949; }
.h1 { background: #e1e8f0; }
.h2 { background: #aac0d6; }
.h3 { background: #4f779f; color: #fff; font-weight: bold; }
.h4 { background: #12436d; color: #fff; font-weight: bold; text-decoration: underline; }
.key span { display: inline-block; min-width: 5rem; margin: 0 .75rem .25rem 0; padding: .1rem .5rem; border: 1px solid #b1b4b6; text-align: center; }

.filters { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; margin: 0 0 1rem; }
.filters label { font-weight: bold; max-width: 100%; }
input, select, button { font: inherit; color: inherit; background: #fff; border: 2px solid #0b0c0c; padding: .25rem .6rem; max-width: 100%; }
input[type=checkbox] { width: 1.5rem; height: 1.5rem; vertical-align: middle; }
button { cursor: pointer; min-height: 2rem; }
button:disabled { color: #505a5f; border-color: #b1b4b6; cursor: default; }
thead button { border: 0; padding: .15rem 0; font-weight: bold; text-align: inherit; text-decoration: underline; text-underline-offset: .15em; }
th[aria-sort=ascending] button::after { content: " \25b2"; content: " \25b2" / ""; }
th[aria-sort=descending] button::after { content: " \25bc"; content: " \25bc" / ""; }

figure { margin: 0 0 1.5rem; }
figcaption { font-weight: bold; max-width: 46rem; margin-bottom: .5rem; }
svg { display: block; max-width: 100%; height: auto; font: 13px Arial, Helvetica, sans-serif; fill: #0b0c0c; }
.wide svg { max-width: none; }
svg.defs { position: absolute; width: 0; height: 0; }
.axis { stroke: #0b0c0c; stroke-width: 1; fill: none; }
.faint { stroke: #b1b4b6; stroke-width: 1; fill: none; }
.off { fill: #ececec; stroke: none; }
.small-text { font-size: 11px; }
.strong-text { font-weight: bold; }
.box { fill: #fff; stroke: #12436d; stroke-width: 1.5; }
.box.start { stroke-width: 3; }
.arrow { fill: none; stroke: #484949; stroke-width: 1.5; }
.arrow.may { stroke-dasharray: 5 4; }
.arrow.some { stroke: #801650; stroke-width: 2.5; }
.arrow.many { stroke: #801650; stroke-width: 4.5; }
.head { fill: #484949; }
.arrow-label { fill: #fff; stroke: #484949; }
.arrow-label.some, .arrow-label.many { fill: #801650; stroke: #801650; }
text.light { fill: #fff; }
.centre { stroke: #484949; stroke-width: 1.5; fill: none; }
.limit { stroke: #484949; stroke-width: 1; stroke-dasharray: 6 4; fill: none; }
.line { stroke: #12436d; stroke-width: 2; fill: none; }
.dot { fill: #12436d; }
.dot.signal { fill: #fff; stroke: #801650; stroke-width: 3; }
.happened { fill: none; stroke: #12436d; stroke-width: 18; stroke-linecap: round; }
.mark { font-size: 11px; fill: #fff; text-anchor: middle; }
.small-mark { font-size: 9px; }
.as-of { stroke: #0b0c0c; stroke-width: 1.5; stroke-dasharray: 3 3; }
.window { fill: #d5e0eb; stroke: #12436d; }
.over { stroke: #801650; }
.cross { stroke: #801650; stroke-width: 2.5; fill: none; }
.due { fill: #fff; stroke: #0b0c0c; stroke-width: 1.5; }
.done { fill: #28a197; stroke: #0b0c0c; }

/* What is not in sight is not laid out. Nothing shows outside of such a part, so there is room for the frame of a focus. */
@media screen {
  main > section:nth-of-type(n+3):not(#cases, #case-pages), .case { margin: 0 -.25rem; padding: 0 .25rem; }
  main > section:nth-of-type(n+3):not(#cases, #case-pages) { content-visibility: auto; contain-intrinsic-size: auto 3000px; }
  .part + .part, .part:nth-last-child(n+2) { content-visibility: auto; contain-intrinsic-size: auto 18000px; }
  .case { content-visibility: auto; contain-intrinsic-size: auto 1400px; border-top: 2px solid #0b0c0c; margin-top: 3rem; }
}
.case h3 { font-size: 1.5rem; margin-top: 1rem; }
.finding { margin: 0 0 1.25rem; padding: .25rem 0 .25rem 1rem; border-left: .3rem solid #801650; max-width: 60rem; }
.finding p { margin-bottom: .35rem; }
.finding ul { margin-bottom: .35rem; }
.finding.listed { border-left-color: #b1b4b6; }

@media (max-width: 40rem) {
  body { padding: 0 .75rem 3rem; }
  h1 { font-size: 1.6rem; }
  h2 { font-size: 1.35rem; }
  dl.facts { grid-template-columns: 1fr; }
  dl.facts dd { margin-bottom: .5rem; }
  .rule { min-width: 12rem; }
  .day { white-space: normal; }
}
@media (forced-colors: active) {
  svg, .tag, .marking, .tiles li { forced-color-adjust: auto; }
  svg, svg text { fill: CanvasText; }
  .box, .due, .dot.signal, .arrow-label { fill: Canvas; stroke: CanvasText; }
  .axis, .faint, .arrow, .arrow.some, .arrow.many, .centre, .limit, .line, .as-of, .over, .cross, .window { stroke: CanvasText; }
  .window, .off { fill: none; }
  .happened { stroke: CanvasText; }
  .dot, .done, .head { fill: CanvasText; }
  svg text.light, svg text.mark { fill: Canvas; }
  .arrow-label.some, .arrow-label.many { fill: CanvasText; stroke: CanvasText; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .skip, nav, .filters, p button { display: none; }
  thead button { text-decoration: none; }
  a { color: inherit; text-decoration: none; }
  .wide { overflow: visible; }
  .wide svg { max-width: 100%; }
  .pictures { display: block; }
  .pictures figure { display: inline-block; vertical-align: top; margin-right: 8mm; break-inside: avoid; }
  .pictures svg { width: auto; max-height: 165mm; }
  table { font-size: 8pt; }
  th, td { padding: .2rem .4rem .2rem 0; }
  .rule { min-width: 11rem; }
  details::details-content { content-visibility: visible; display: block; }
  .day { white-space: normal; }
  thead { display: table-header-group; }
  tr, svg, .finding, .warning { break-inside: avoid; }
  h2, h3, h4, caption, figcaption { break-after: avoid; }
  .case { break-before: page; }
  .tag, .tiles li, table.heat td, .key span, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";
}

}  // namespace csapath::engine
