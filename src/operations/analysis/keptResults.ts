/**
 * What the engine has answered, by all that it depends on: a choice that changes a part of a question, or takes the
 * last change back, waits for no more than that part. The oldest use goes first.
 */
export class KeptResults<Result> {
  readonly #limit: number;
  readonly #sizeOf: (result: Result) => number;
  readonly #results = new Map<string, Result>();
  #size = 0;

  /** @param limit of the sizes of all results together. */
  constructor(limit: number, sizeOf: (result: Result) => number) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  /**
   * @param question everything that the result depends on beside the functions of the engine: `Analysis.key`, and what
   * is asked. Results are handed out again and again: nobody may change them.
   */
  of(question: readonly unknown[], compute: () => Result): Result {
    const key = JSON.stringify(question);
    const kept = this.#results.get(key);
    const result = kept ?? compute();
    if (kept === undefined) this.#size += this.#sizeOf(result);
    this.#results.delete(key);
    this.#results.set(key, result);
    for (const [oldest, dropped] of this.#results) {
      if (this.#size <= this.#limit) break;
      this.#results.delete(oldest);
      this.#size -= this.#sizeOf(dropped);
    }
    return result;
  }
}
