import { Injectable } from '@nestjs/common';
import { type StepTypes, stepTypesWith } from '@parcours/engine';
import type { JsonObject } from '@parcours/kernel';
import { PluginHost } from '@parcours/plugin-host';

/** The types of steps of this installation: the built-in ones, and those of the plugins that are loaded. */
@Injectable()
export class StepCatalogue {
  private known: { readonly count: number; readonly types: StepTypes } | undefined;

  constructor(private readonly plugins: PluginHost) {}

  /** Plugins are loaded while the process starts; from then on the answer stays the same. */
  types(): StepTypes {
    const offered = this.plugins.steps.all();
    if (this.known?.count !== offered.length) {
      const steps = offered.map(({ config, explain = {}, ...step }) => ({
        ...step,
        explain,
        // It is JSON, as a schema is.
        config: config as JsonObject,
      }));
      this.known = { count: offered.length, types: stepTypesWith(steps) };
    }
    return this.known.types;
  }
}
