import { access } from 'node:fs/promises';
import type { Page } from 'playwright-core';

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

export interface OpenedPage {
  readonly page: Page;
  /** What the page wrote to the console as an error, and what it threw. */
  readonly errors: readonly string[];
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

// Without these Chromium calls home at every start.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Opens an address in headless Chromium: the one of PARCOURS_CHROMIUM or the distribution's. */
export async function openPage(
  url: string,
  { width = 1280, height = 800, colorScheme = 'light' }: PageOptions = {},
): Promise<OpenedPage> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
  });
  try {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url, { waitUntil: 'load' });
    return {
      page,
      errors,
      screenshot: async (path) => {
        await page.screenshot({ path });
      },
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function chromiumPath(): Promise<string> {
  const path = process.env['PARCOURS_CHROMIUM'] ?? '/usr/bin/chromium';
  await access(path).catch(() => {
    throw new Error(`no Chromium at ${path}: npm test installs it, or name yours in PARCOURS_CHROMIUM`);
  });
  return path;
}
