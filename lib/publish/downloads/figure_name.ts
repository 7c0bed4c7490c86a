/** What a figure is called in the text: `Figure 2`, or `Lead figure`, which has no number. */
export const figureName = (number: string | undefined): string =>
  number === undefined ? "Lead figure" : `Figure ${number}`;
