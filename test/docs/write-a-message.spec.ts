import { startSmtpSink } from '@parcours/testing';
import type { SmtpSink } from '@parcours/testing';

import { describeHowTo } from './support/how-to.js';
import { smtpConnector } from '../e2e/support/platform.js';

let smtp: SmtpSink;

describeHowTo('write-a-message', {
  prepare: async ({ call }) => {
    smtp = await startSmtpSink({});
    await call('PUT', 'connectors/mailbox', smtpConnector(smtp.port));
    await call('POST', 'connectors/mailbox/publish', {});
    return {};
  },
  cleanUp: () => smtp.close(),
});
