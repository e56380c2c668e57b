export default { id: 'other-sdk', version: '1.0.0', sdk: '^9.0.0', summary: 'Of another time.' };
