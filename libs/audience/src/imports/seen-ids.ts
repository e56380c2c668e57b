import { stableHash } from '@parcours/kernel';

const FIRST_SIZE = 1 << 16;
/** 64 MB: five million ids. */
const LARGEST_SIZE = 1 << 23;
const FULLNESS = 0.6;
const HIGH = 2 ** 21;

/**
 * Which ids a file has had so far, in eight bytes each: by 53 bits of hash, so that in a million ids one is taken for another
 * once in some twenty thousand files. Past five million ids it says "new" of all further ones.
 */
export class SeenIds {
  private slots = new Float64Array(FIRST_SIZE);
  private size = 0;

  /** True where the id was added before. */
  add(id: string): boolean {
    const hash = stableHash(id) * HIGH + (stableHash(`${id}\u0001`) % HIGH) + 1;
    const at = this.placeOf(hash);
    if (this.slots[at] === hash) return true;
    if (this.size >= this.slots.length * FULLNESS) {
      if (this.slots.length >= LARGEST_SIZE) return false;
      this.grow();
      return this.add(id);
    }
    this.slots[at] = hash;
    this.size += 1;
    return false;
  }

  private placeOf(hash: number): number {
    const mask = this.slots.length - 1;
    let at = Math.floor(hash / 512) % this.slots.length;
    while (this.slots[at] !== 0 && this.slots[at] !== hash) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2);
    for (const hash of old) if (hash !== 0) this.slots[this.placeOf(hash)] = hash;
  }
}
