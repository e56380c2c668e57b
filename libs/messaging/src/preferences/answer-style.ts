const SCORES = Array.from({ length: 11 }, (_, score) => String(score));

/** Asks only what belongs to the answer that is chosen; browsers that cannot do that show everything. */
const FOLLOW_UPS = `@supports selector(:has(*)){.follow{display:none}${SCORES.map(
  (score) => `form:has(#score-${score}:checked) .follow.s${score}`,
).join(',')}{display:block}}`;

/** The part of the style sheet for pages that ask: scales to tap on, and answers in words. */
export const ANSWER_STYLE = `.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scale{border-top:0;padding-top:.25rem}
.scores{display:grid;grid-template-columns:repeat(auto-fit,minmax(2.75rem,1fr));gap:.5rem}
.few .scores{grid-template-columns:1fr 1fr}
.scores label{position:relative;justify-content:center;gap:0;min-width:2.75rem}
@media (min-width:40rem){.many .scores{grid-template-columns:repeat(11,minmax(0,1fr));gap:.25rem}.many .scores label{min-width:0}}
.scores input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scores span{display:flex;align-items:center;justify-content:center;width:100%;min-height:2.75rem;padding:.25rem .5rem;border:1px solid var(--soft);border-radius:.75rem;font-weight:650;text-align:center}
.scores input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.scores input:focus-visible+span{outline:3px solid var(--accent);outline-offset:3px}
.follow{margin:0 0 1rem}
.follow label{font-weight:650}
.follow p{margin:0 0 .375rem;font-size:.875rem}
textarea{display:block;width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:.75rem;padding:.625rem .75rem;resize:vertical}
.told a{color:inherit}
@media (forced-colors:active){.scores input:checked+span{background:Highlight;color:HighlightText;forced-color-adjust:none}}
${FOLLOW_UPS}
`;
