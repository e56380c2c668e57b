export default { id: 'hostile', version: '2.0.0', sdk: '^1.0.0', summary: 'Goes by a name that is taken.' };
