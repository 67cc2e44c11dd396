/** A setting that can't be used, and the rule it breaks. Never its value: it may be a secret. */
export interface SettingFault {
  readonly name: string;
  readonly rule: string;
}

/** The environment can't be used as configuration. Says all that is wrong at once. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ name, rule }) => `${name} ${rule}`).join("\n"));
    this.faults = faults;
  }
}
