/** Keeps the `count` strongest of what is offered; of two that are equally strong, the one offered first. */
export class Strongest {
  readonly #count: number;
  readonly #items: number[] = [];
  readonly #strengths: number[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  offer(item: number, strength: number): void {
    const full = this.#items.length === this.#count;
    if (!(strength > 0) || (full && strength <= (this.#strengths.at(-1) ?? Infinity))) return;
    let at = this.#items.length;
    while (at > 0 && this.#strengths[at - 1]! < strength) at--;
    this.#items.splice(at, 0, item);
    this.#strengths.splice(at, 0, strength);
    if (full) {
      this.#items.pop();
      this.#strengths.pop();
    }
  }

  /** Strongest first. */
  items(): number[] {
    return this.#items;
  }
}
