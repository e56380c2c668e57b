import { contrastRatio } from '../../brands/contrast.rules.js';

export const SHEET_THEMES = ['light', 'dark', 'print'] as const;
export type ThemeName = (typeof SHEET_THEMES)[number];

/** The colours of a sheet. */
export interface SheetTheme {
  readonly name: ThemeName;
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  /** How strongly cards of friction are tinted, 0 to 1. */
  readonly tint: number;
  /** From the worst emotion to the best, and of severities from 5 down to 1. */
  readonly scale: readonly [string, string, string, string, string];
  readonly phases: readonly string[];
}

const PHASES = ['#0f766e', '#2563a8', '#6d4aa8', '#a8346b', '#b4531a', '#4d7022'];
const DARK_PHASES = ['#2dd4bf', '#7cb5f5', '#b79df0', '#f08ab8', '#f4a261', '#a9d46b'];

export const THEMES: Readonly<Record<ThemeName, SheetTheme>> = {
  light: {
    name: 'light',
    page: '#f5f4f0',
    card: '#ffffff',
    ink: '#1d2530',
    soft: '#59636f',
    line: '#deddd6',
    tint: 0.09,
    scale: ['#b3261e', '#c2571a', '#6b7280', '#3f7d3a', '#0f766e'],
    phases: PHASES,
  },
  dark: {
    name: 'dark',
    page: '#11161d',
    card: '#1b222c',
    ink: '#edf1f6',
    soft: '#a7b2c0',
    line: '#303a47',
    tint: 0.16,
    scale: ['#ff8a80', '#ffb074', '#b4bdc9', '#a5d8a0', '#5fd6c8'],
    phases: DARK_PHASES,
  },
  print: {
    name: 'print',
    page: '#ffffff',
    card: '#ffffff',
    ink: '#000000',
    soft: '#3f4650',
    line: '#b9bcc2',
    tint: 0,
    scale: ['#a31712', '#a8480f', '#555b66', '#2f6b2b', '#0b5f58'],
    phases: PHASES,
  },
};

/** The colour of a phase: its own, or the next of the theme's. */
export function phaseColour(theme: SheetTheme, own: string | undefined, index: number): string {
  return own ?? theme.phases[index % theme.phases.length] ?? theme.ink;
}

/** Black or white, whichever can be read on the colour. */
export function inkOn(colour: string): string {
  return contrastRatio('#ffffff', colour) >= contrastRatio('#10151c', colour) ? '#ffffff' : '#10151c';
}

export function emotionColour(theme: SheetTheme, emotion: number): string {
  return theme.scale[emotion + 2] ?? theme.soft;
}

export function severityColour(theme: SheetTheme, severity: number): string {
  if (severity >= 4) return theme.scale[0];
  return severity >= 2 ? theme.scale[1] : theme.scale[2];
}
