/** Colours as readers see them: contrast, difference, grey, and with a colour vision deficiency. */
// @ts-types="npm:@types/culori@4.0.1"
import { type Color, converter, differenceCiede2000, wcagContrast, wcagLuminance } from "culori";

/** Two of a hundred men see no red (protanopia) or no green (deuteranopia). */
export const SIGHTS = ["normal", "protanopia", "deuteranopia"] as const;
export type Sight = (typeof SIGHTS)[number];

/**
 * Of linear RGB at severity 1, row by row. Source: Machado, Oliveira and Fernandes (2009), A
 * Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE Transactions on
 * Visualization and Computer Graphics 15 (6), 1291–1298, https://doi.org/10.1109/TVCG.2009.113.
 */
const SIMULATION: Record<Sight, readonly number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  // deno-fmt-ignore
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  // deno-fmt-ignore
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
};

const linear = converter("lrgb");
const ciede2000 = differenceCiede2000();

/** A colour as it is seen. */
export function seen(hex: string, sight: Sight): Color {
  const { r, g, b } = linear(hex)!;
  const row = (at: number) => {
    const [red, green, blue] = SIMULATION[sight].slice(at, at + 3);
    return Math.min(1, Math.max(0, red * r + green * g + blue * b));
  };
  return { mode: "lrgb", r: row(0), g: row(3), b: row(6) };
}

/** How far apart two colours are, by CIEDE2000: 1 is just visible, 10 is seen at a glance. */
export const apart = (one: string, other: string, sight: Sight): number =>
  ciede2000(seen(one, sight), seen(other, sight));

/** Contrast by the formula of WCAG 2.2: from 1 to 21. It is that of the two in grey. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

/** Relative luminance, from 0 to 1. */
export const luminance = (hex: string): number => wcagLuminance(hex);
