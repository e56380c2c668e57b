import { readPath } from '@parcours/kernel';
import { readStarter } from './starter.js';

describe('the starter content', () => {
  const { published, drafts, rehearsal } = readStarter();

  it('comes in an order in which everything referred to is there already', () => {
    const types = published.map(({ type }) => type);
    const order = ['touchpoints', 'connectors', 'message-templates', 'channel-policies', 'journey-templates'];
    expect([...new Set(types)]).toEqual(order);
  });

  it('keeps the real waits in the journey that its author publishes', () => {
    expect(drafts.map(({ key }) => key)).toEqual(['welcome']);
    expect(readPath(drafts[0]!.document, 'definition.steps.first-report.timeout.after')).toBe('3d');
    expect(readPath(drafts[0]!.document, 'definition.steps.pause.until.time')).toBe('10:00');
  });

  it('rehearses the same steps with waits of seconds', () => {
    const steps = (document: object) => Object.keys(readPath(document, 'definition.steps') as object);
    expect(rehearsal.key).toBe('welcome-quickstart');
    expect(steps(rehearsal.document)).toEqual(steps(drafts[0]!.document));
    expect(readPath(rehearsal.document, 'definition.steps.first-report')).toMatchObject({
      any: [{ event: 'feature.used', next: 'pause' }],
      timeout: { after: '6s', next: 'tips' },
    });
    expect(readPath(rehearsal.document, 'definition.steps.pause')).toEqual({
      type: 'wait',
      for: '2s',
      next: 'plan',
    });
  });

  it('is written in French and in English', () => {
    for (const { type, key, document } of [...published, ...drafts]) {
      expect({ type, key, name: document['name'] }).toMatchObject({
        name: { en: expect.any(String), fr: expect.any(String) },
      });
    }
    const templates = published.filter(({ type }) => type === 'message-templates');
    expect(templates).toHaveLength(5);
    for (const { document } of templates) {
      for (const part of ['subject', 'preheader', 'html']) {
        expect(Object.keys(readPath(document, `channels.email.${part}`) as object)).toEqual(['en', 'fr']);
      }
    }
  });
});
