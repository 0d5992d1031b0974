/** The SQL text of one statement while it is written: collects parameters and hands out table aliases. */
export class Statement {
  readonly values: unknown[] = [];
  private aliases = 0;

  /** Adds a bound value and answers its placeholder, cast to a PostgreSQL type. */
  param(value: unknown, cast: string): string {
    this.values.push(value);
    return `$${this.values.length}::${cast}`;
  }

  /** A table alias not used before in this statement. */
  alias(prefix: string): string {
    this.aliases += 1;
    return `${prefix}${this.aliases}`;
  }
}
