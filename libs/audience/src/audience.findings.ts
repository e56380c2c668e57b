import { SEGMENT_FINDINGS } from './segments/segment.type.js';
import { TRAIT_CODES } from './traits/trait-bounds.rules.js';
import { TRAIT_FINDINGS } from './traits/trait.type.js';

/** Codes of findings and defects that this library makes: in `validate`, in a refused publish, in a refused change. */
export const AUDIENCE_FINDINGS = { ...SEGMENT_FINDINGS, ...TRAIT_FINDINGS, ...TRAIT_CODES };
