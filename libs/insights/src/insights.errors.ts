import { defineErrors, errorOf } from '@parcours/kernel';

export const InsightErrors = defineErrors('insights', {
  notAnExporter: errorOf<{ key: string }>({
    code: 'insights.not-an-exporter',
    status: 409,
    title: 'Not an exporter',
    detail: ({ key }) =>
      `The connector '${key}' exports nothing. Those whose type has \`exports\` in GET /connector-types do.`,
  }),
});
