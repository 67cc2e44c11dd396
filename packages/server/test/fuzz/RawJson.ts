/** JSON that no value comes to: a number out of range, half of a surrogate pair, a name twice. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** How fast-check prints it. */
  toString(): string {
    return `RawJson(${this.text.slice(0, 80)})`;
  }
}
