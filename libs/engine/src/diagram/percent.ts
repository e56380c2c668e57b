import type { Language } from '@parcours/kernel';

/** A share in percent as the language writes it: `12.5 %` in French is `12,5 %`, with a narrow no-break space. */
export function describePercent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(share / 100);
}
