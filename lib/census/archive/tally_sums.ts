/** Sums of several measures at once by a numeric key, in one growing array of doubles. */

export class Sums {
  readonly #places = new Map<number, number>();
  #values: Float64Array = new Float64Array(1024);
  #lastKey = -1;
  #lastPlace = 0;

  /** @param width how many measures each key has. */
  constructor(readonly width: number) {}

  /** Adds values to a key. Whole numbers stay exact below 2^53: `get` checks it. */
  add(key: number, values: Float64Array): void {
    const place = key === this.#lastKey ? this.#lastPlace : this.#placeOf(key);
    const sums = this.#values;
    for (let index = 0; index < values.length; index++) sums[place + index] += values[index];
  }

  /** The sums of a key. Throws when one is too large to be exact. */
  get(key: number): number[] {
    const place = this.#places.get(key);
    if (place === undefined) return Array(this.width).fill(0);
    const sums = Array.from(this.#values.subarray(place, place + this.width));
    const inexact = sums.find((sum) => !Number.isSafeInteger(sum));
    if (inexact !== undefined) throw new RangeError(`${inexact} is too large to be exact`);
    return sums;
  }

  has(key: number): boolean {
    return this.#places.has(key);
  }

  /** Keys in ascending order. */
  keys(): number[] {
    return [...this.#places.keys()].sort((a, b) => a - b);
  }

  #placeOf(key: number): number {
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#places.size * this.width;
      this.#places.set(key, place);
      if (place + this.width > this.#values.length) {
        const larger = new Float64Array(this.#values.length * 2);
        larger.set(this.#values);
        this.#values = larger;
      }
    }
    this.#lastKey = key;
    this.#lastPlace = place;
    return place;
  }
}
