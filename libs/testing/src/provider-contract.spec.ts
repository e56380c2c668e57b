import { contractFile, ProviderContract } from './provider-contract.js';

const TWILIO = 'specs/twilio-messages.openapi.json';

describe('a provider’s description (A7)', () => {
  it('is undefined in a clone without it', () => {
    expect([ProviderContract.open('specs/nobody.json'), contractFile('specs/nobody.json')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  const contract = ProviderContract.open(TWILIO);
  if (!contract) {
    it.todo(`finds defects: ${TWILIO} is not beside this clone`);
    return;
  }
  const request = {
    method: 'POST',
    path: '/2010-04-01/Accounts/ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/Messages.json',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'To=%2B33612345678&From=%2B33700000000&Body=Hi',
  };

  it('finds nothing wrong with what it describes', () => {
    expect(contract.defectsOf({ request, answer: { status: 201, body: { status: 'queued' } } })).toEqual([]);
  });

  it('finds a field that is missing, a status and a path that are not described, and a wrong answer', () => {
    const without = { ...request, body: 'Body=Hi' };
    const other = { ...request, path: '/nowhere' };
    const answer = { status: 201, body: { status: 'queued' } };
    expect(contract.defectsOf({ request: without, answer }).join()).toContain('To');
    expect(contract.defectsOf({ request: other, answer }).join()).toContain('is not described');
    expect(contract.defectsOf({ request, answer: { status: 200, body: {} } }).join()).toContain('200');
    expect(contract.defectsOf({ request, answer: { status: 201, body: { status: 'odd' } } })).not.toEqual([]);
  });
});
