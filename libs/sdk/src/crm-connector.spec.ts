import { CrmFailure, sendErrorOfCrm } from './crm-connector.js';

describe('sendErrorOfCrm (A7)', () => {
  it('is the error of a failure, whichever copy of the SDK made it', () => {
    const error = { class: 'throttled', code: 'crm.slow', detail: 'Slow down.' } as const;
    const foreign = Object.assign(new Error(error.detail), { name: 'CrmFailure', error });
    expect([new CrmFailure(error), foreign].map(sendErrorOfCrm)).toEqual([error, error]);
  });

  it('throws what is no failure of a CRM', () => {
    const fault = new TypeError('a fault of the plugin');
    expect(() => sendErrorOfCrm(fault)).toThrow(fault);
  });
});
