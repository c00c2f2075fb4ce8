import { randomBytes } from 'node:crypto';

/** Where the site takes its ids, tokens and chances from. */
export interface Randomness {
  bytes(count: number): Buffer;
  /** From 0 to, but not, 1. */
  fraction(): number;
}

export const trueRandomness: Randomness = {
  bytes: (count) => randomBytes(count),
  fraction: () => Math.random(),
};

/** The same numbers for the same seed: mulberry32. Nothing that it makes is a secret. */
export class SeededRandomness implements Randomness {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** Starts again. */
  reseed(seed: number): void {
    this.state = seed | 0;
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => Math.floor(this.fraction() * 256)));
  }

  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** A version 4 UUID. */
export function uuidOf(random: Randomness): string {
  const bytes = random.bytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return inUuidForm(bytes.toString('hex'));
}

/** The first 32 digits of a hexadecimal number, with hyphens where a UUID has them. */
export function inUuidForm(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
