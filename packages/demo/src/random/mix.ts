/**
 * Scatters 32 bits so that neighboring inputs give unrelated outputs. One-to-one, so that a million
 * learners get a million different seeds (a hash with collisions would give some of them the same
 * life).
 *
 * @returns an integer from 0 to 2^32 - 1
 */
export function mix(value: number): number {
  let bits = (value + 0x9e3779b9) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
