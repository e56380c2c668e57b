import { environmentFile, lastLineOf } from './api-process.js';

describe('the file of settings', () => {
  it('quotes values so that spaces, hashes and quotes stay as they are', () => {
    expect(environmentFile({ A: 'sqlite:/my data/#1.sqlite', B: "it's" })).toBe(
      "A='sqlite:/my data/#1.sqlite'\nB=`it's`\n",
    );
  });
});

describe('the last line of an output', () => {
  it('is the message of a line of the log', () => {
    expect(lastLineOf('{"level":30,"msg":"first"}\n{"level":50,"msg":"the \\"second\\""}\n')).toBe(
      'the \\"second\\"',
    );
  });

  it('is no line of a stack', () => {
    expect(lastLineOf('Error: no\n    at main (file.js:1:1)\n\nNode.js v20.20.2\n')).toBe('Error: no');
  });

  it('is missing where nothing was written', () => {
    expect(lastLineOf('\n')).toBeUndefined();
  });
});
