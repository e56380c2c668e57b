import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolder } from './data-folder.js';

describe('the data folder of the quickstart', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'parcours-folder-'));
  });
  afterEach(() => {
    rmSync(parent, { recursive: true });
  });

  it('is made when it is missing', () => {
    expect(statSync(DataFolder.open(join(parent, 'a', 'b')).path).isDirectory()).toBe(true);
  });

  it('keeps its token and key, readable by their owner alone', () => {
    const folder = DataFolder.open(parent);
    const secrets = [folder.adminToken(), folder.secretKey()];
    const again = DataFolder.open(parent);
    expect([again.adminToken(), again.secretKey()]).toEqual(secrets);
    expect(statSync(folder.file('admin-token')).mode & 0o777).toBe(0o600);
    expect(statSync(folder.file('secret-key')).mode & 0o777).toBe(0o600);
  });

  it('remembers from one start to the next', () => {
    DataFolder.open(parent).remember({ run: 4, smtpPort: 2525 });
    expect(DataFolder.open(parent).memory()).toEqual({
      run: 4,
      smtpPort: 2525,
      mailboxPort: 0,
      url: undefined,
    });
  });

  it('says so in one line when its path leads through a file', () => {
    const file = join(parent, 'file');
    writeFileSync(file, '');
    expect(() => DataFolder.open(join(file, 'data'))).toThrow(
      `${file}/data cannot be used: a part of its path is a file. Choose another folder with --data-dir.`,
    );
  });

  it('says so where no folder can be made, without trying for ever', () => {
    expect(() => DataFolder.open('/proc/parcours/data')).toThrow(
      /^\/proc\/parcours\/data cannot be used: .+\. Choose another folder with --data-dir\.$/,
    );
  });

  it('says which file is damaged', () => {
    writeFileSync(join(parent, 'admin-token'), 'oops');
    expect(() => DataFolder.open(parent).adminToken()).toThrow(
      `${join(parent, 'admin-token')} does not hold what it should. Delete it and start again.`,
    );
  });
});
