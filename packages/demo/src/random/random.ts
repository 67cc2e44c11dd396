import { mix } from "./mix.ts";

/** Draws the next number, evenly spread over [0, 1). */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna), seeded by four steps of `mix`. Not `Math.random`: that
 * can't be seeded, and a demo that differs on every start can't be tested or talked about.
 *
 * @param seed - any integer; only its low 32 bits count
 */
export function random(seed: number): Random {
  let a = mix(seed);
  let b = mix(a + 1);
  let c = mix(b + 2);
  let d = mix(c + 3);

  return () => {
    const fives = Math.imul(b, 5);
    const result = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result / 4_294_967_296;
  };
}
