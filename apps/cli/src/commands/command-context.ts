import { resolve } from 'node:path';

import { ContentFolder } from '../folder/content-folder.js';
import type { ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { Screen } from '../output/screen.js';
import { CustomerFiles } from '../remote/customer-files.js';
import { Installation } from '../remote/installation.js';
import { connectionOf, type GlobalOptions } from '../settings.js';

/** What every command works with. */
export class CommandContext {
  readonly folder: ContentFolder;
  readonly screen: Screen;

  constructor(
    readonly io: Io,
    directory: string,
    private readonly options: GlobalOptions,
  ) {
    this.folder = new ContentFolder(resolve(io.workingFolder, directory));
    this.screen = new Screen(io, options.json === true);
  }

  /** @throws cli.no-url, cli.bad-url, cli.no-token, cli.bad-config */
  async installation(): Promise<Installation> {
    return new Installation(await connectionOf(this.folder.path, this.options, this.io));
  }

  /** @throws cli.no-url, cli.bad-url, cli.no-token, cli.bad-config */
  async customerFiles(): Promise<CustomerFiles> {
    return new CustomerFiles(await connectionOf(this.folder.path, this.options, this.io));
  }
}

/** Adds a command to the program; `finish` is told what it ends with. */
export interface CommandHost {
  readonly io: Io;
  readonly finish: (code: ExitCode) => void;
}
