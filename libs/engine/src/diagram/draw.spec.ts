import { aDefinition } from '../testing/journeys.js';
import { aLongJourney } from '../testing/long-journeys.js';
import { drawJourney, outlineJourney } from './draw.js';
import type { DrawJourneyOptions } from './draw.js';

const OPTIONS: DrawJourneyOptions = { name: 'Welcome', language: 'en', nameOf: () => undefined };

const WELCOME = aDefinition({
  steps: {
    hello: { type: 'message', template: 'welcome', next: 'settle' },
    settle: { type: 'wait', for: '2d', next: 'plan' },
    plan: { type: 'branch', cases: [{ when: { trait: 'plan', is: 'pro' }, next: 'end' }], else: 'end' },
    end: { type: 'exit' },
  },
});

const count = (text: string, part: string) => text.split(part).length - 1;

describe('a journey as SVG', () => {
  it('has a box for every step and entrance and a line for every way', async () => {
    const svg = await drawJourney(WELCOME, OPTIONS);
    expect(count(svg, 'class="box"')).toBe(5);
    expect([...svg.matchAll(/data-step="([^"]+)"/gu)].map(([, step]) => step)).toEqual([
      'hello',
      'settle',
      'plan',
      'end',
    ]);
    expect(count(svg, 'class="way"')).toBe(5);
    expect(count(svg, 'class="label"')).toBe(2);
    expect(svg).toContain('account.closed');
  });

  it('is the same each time', async () => {
    const long = aLongJourney(40);
    expect(await drawJourney(long, OPTIONS)).toBe(await drawJourney(structuredClone(long), OPTIONS));
  });

  it('lets no name out of its text', async () => {
    const evil = '"><script>alert(1)</script><!-- ]]> \u0000';
    const svg = await drawJourney(
      {
        entry: { triggers: [{ type: 'event', event: evil }] },
        exit: [{ event: evil }],
        start: evil,
        steps: { [evil]: { type: evil, next: evil }, b: { type: 'message', template: 'x', next: evil } },
      },
      { ...OPTIONS, name: evil, subtitle: evil, nameOf: () => evil },
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<!--');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toMatch(/="[^"]*<|on\w+=/u);
  });

  it('tells those who do not see it what it shows', async () => {
    const svg = await drawJourney(WELCOME, OPTIONS);
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-label="Welcome"');
    expect(svg).toContain('<title>Welcome</title>');
    expect(svg).toMatch(/<desc id="parcours-outline">[^<]*plan \(Branch\): By plan\. plan is pro → end/u);
  });

  it('keeps the full words of a long condition for the pointer', async () => {
    const values = Array.from({ length: 40 }, (_, index) => `country-${String(index)}`);
    const branch = {
      type: 'branch',
      cases: [{ when: { trait: 'land', in: values }, next: 'end' }],
      else: 'end',
    };
    const svg = await drawJourney(
      { ...WELCOME, start: 'b', steps: { b: branch, end: { type: 'exit' } } },
      OPTIONS,
    );
    expect(svg).toMatch(/<title>land is country-0, [^<]* or country-39<\/title>/u);
    expect(svg).toMatch(/<tspan[^>]*>[^<]*…<\/tspan>/u);
  });

  it('follows the reader’s screen unless a theme is asked for', async () => {
    expect(await drawJourney(WELCOME, OPTIONS)).toContain('prefers-color-scheme:dark');
    const light = await drawJourney(WELCOME, { ...OPTIONS, theme: 'light' });
    const dark = await drawJourney(WELCOME, { ...OPTIONS, theme: 'dark' });
    expect(light).not.toContain('prefers-color-scheme');
    expect(dark).not.toContain('prefers-color-scheme');
    expect(light).toContain('.page{fill:#fbfaf7');
    expect(dark).toContain('.page{fill:#101918');
  });

  it('styles nothing but itself in the page of another', async () => {
    const svg = await drawJourney(WELCOME, OPTIONS);
    const style = /<style>(.*?)<\/style>/su.exec(svg)?.[1] ?? '';
    const selectors = [...style.replaceAll(/@media [^{]*\{/gu, '').matchAll(/([^{}]+)\{[^{}]*\}/gu)].flatMap(
      ([, list = '']) => list.split(','),
    );
    expect(selectors.length).toBeGreaterThan(30);
    expect(selectors.filter((selector) => !selector.startsWith('.parcours-journey '))).toEqual([]);
  });

  it('refuses what nobody could read', async () => {
    const ways = Array.from({ length: 60 }, (_, index) => ({ when: { trait: 'x', is: index }, next: 'hub' }));
    const steps = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `s${String(index)}`,
        { type: 'branch', cases: ways, else: 'hub' },
      ]),
    );
    const drawn = drawJourney({ start: 's0', steps: { ...steps, hub: { type: 'exit' } } }, OPTIONS);
    await expect(drawn).rejects.toMatchObject({ code: 'engine.diagram-too-large' });
  });

  it('draws 500 steps in seconds', async () => {
    const before = process.cpuUsage();
    const svg = await drawJourney(aLongJourney(500), OPTIONS);
    const { user, system } = process.cpuUsage(before);
    expect(count(svg, 'data-step=')).toBe(500);
    // About one second once warm; some ways to place boxes, network simplex for one, take two minutes.
    expect((user + system) / 1_000).toBeLessThan(40_000);
  });
});

describe('a journey as a list in words', () => {
  it('has a line for every entrance, step and exit rule', () => {
    expect(outlineJourney(WELCOME, OPTIONS).split('\n')).toEqual([
      'Event: account.created. → hello',
      'hello (Message): welcome. → settle',
      'settle (Wait): 2 days. → plan',
      'plan (Branch): By plan. plan is pro → end; otherwise → end',
      'end (Exit): completed.',
      'Leaves at once, from any step: account.closed',
    ]);
  });

  it('speaks French', () => {
    expect(outlineJourney(WELCOME, { ...OPTIONS, language: 'fr' })).toContain(
      'plan (Embranchement) : Selon plan. plan est pro → end; sinon → end',
    );
  });
});
