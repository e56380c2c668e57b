import { definePlugin, defineTemplateHelper } from '@parcours/sdk';

const points = defineTemplateHelper({
  summary: '__summary__',
  values: { least: 1, most: 1 },
  named: ['unit'],
  // Shown to whoever writes a template, and held against the helper by `parcours plugin test`.
  examples: [
    { values: [1200], output: '1,200 points' },
    { values: [3], named: { unit: 'stars' }, output: '3 stars' },
  ],
  write: ({ values: [count], named: { unit = 'points' }, locale }) =>
    `${Number(count).toLocaleString(locale)} ${unit}`,
});

export default definePlugin({
  id: '__name__',
  version: '1.0.0',
  sdk: '__sdk__',
  summary: '__summary__',
  templateHelpers: { points },
});
