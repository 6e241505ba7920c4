/**
 * Keeps the `count` strongest of what is offered; of two that are equally strong, the one with the lower number.
 *
 * A heap, weakest on top: most of what is offered is weaker than all that is kept, and is done with after one look.
 */
export class Strongest {
  readonly #count: number;
  readonly #items: number[] = [];
  readonly #strengths: number[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  /** @param item  A number of 0 or more, offered once. */
  offer(item: number, strength: number): void {
    if (!(strength > 0)) return;
    if (this.#items.length < this.#count) this.#rise(this.#items.length, item, strength);
    else if (this.#isWeaker(0, item, strength)) this.#sink(item, strength);
  }

  /** Strongest first. */
  items(): number[] {
    const order = this.#items.map((_, at) => at);
    order.sort((a, b) => this.#strengths[b]! - this.#strengths[a]! || this.#items[a]! - this.#items[b]!);
    return order.map((at) => this.#items[at]!);
  }

  #isWeaker(at: number, item: number, strength: number): boolean {
    const kept = this.#strengths[at]!;
    return kept < strength || (kept === strength && this.#items[at]! > item);
  }

  #rise(from: number, item: number, strength: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#isWeaker(above, item, strength)) break;
      this.#put(at, this.#items[above]!, this.#strengths[above]!);
      at = above;
    }
    this.#put(at, item, strength);
  }

  #sink(item: number, strength: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#items.length) break;
      const right = below + 1;
      if (right < this.#items.length && this.#isWeaker(right, this.#items[below]!, this.#strengths[below]!)) below = right;
      if (!this.#isWeaker(below, item, strength)) break;
      this.#put(at, this.#items[below]!, this.#strengths[below]!);
      at = below;
    }
    this.#put(at, item, strength);
  }

  #put(at: number, item: number, strength: number): void {
    this.#items[at] = item;
    this.#strengths[at] = strength;
  }
}
