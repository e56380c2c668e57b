/** The colours of a drawing. */
export interface Palette {
  readonly page: string;
  readonly rim: string;
  readonly ink: string;
  readonly faint: string;
  readonly arrow: string;
  readonly card: string;
  readonly cardRim: string;
  readonly broken: string;
  readonly brokenCard: string;
  readonly exitRule: string;
  readonly exitRuleRim: string;
  readonly exitRuleInk: string;
  /** The sign of each kind of box: what is behind it, and its own colour. */
  readonly signs: Readonly<Record<SignColour, readonly [ground: string, ink: string]>>;
}

/** Families of boxes that share a colour. */
export type SignColour = 'entry' | 'message' | 'wait' | 'branch' | 'update' | 'exit' | 'broken';

export const LIGHT: Palette = {
  page: '#fbfaf7',
  rim: '#e7e3da',
  ink: '#1d2b2a',
  faint: '#5a6a68',
  arrow: '#8b9d9a',
  card: '#ffffff',
  cardRim: '#d9ddd8',
  broken: '#b3261e',
  brokenCard: '#fdf0ee',
  exitRule: '#fdf0ee',
  exitRuleRim: '#eccdc7',
  exitRuleInk: '#8c2f21',
  signs: {
    entry: ['#0e4b4c', '#c9f0ea'],
    message: ['#fdeadf', '#b4501c'],
    wait: ['#dceeec', '#0b6b6b'],
    branch: ['#fbefc9', '#7a5b00'],
    update: ['#e2ecf8', '#2a5c97'],
    exit: ['#e9e6f6', '#5646a3'],
    broken: ['#fbdcd8', '#b3261e'],
  },
};

export const DARK: Palette = {
  page: '#101918',
  rim: '#263534',
  ink: '#eef5f4',
  faint: '#a3b5b3',
  arrow: '#718885',
  card: '#172423',
  cardRim: '#2c3d3c',
  broken: '#ff8f80',
  brokenCard: '#331d19',
  exitRule: '#331d19',
  exitRuleRim: '#5b332c',
  exitRuleInk: '#ffb9ac',
  signs: {
    entry: ['#bfe9e3', '#0e4b4c'],
    message: ['#4a2b1a', '#ffb88d'],
    wait: ['#1c4645', '#9fe3da'],
    branch: ['#473a10', '#f3d674'],
    update: ['#1d3654', '#a9cdf7'],
    exit: ['#322c55', '#c3b8ff'],
    broken: ['#5b2720', '#ffb4a8'],
  },
};
