/** The two ways to count imports: what arrived, and what entered into consumption channels. */
export type ImportBasis = "general_imports" | "imports_for_consumption";

/** Both, in the order in which tables and texts have them. */
export const IMPORT_BASES: readonly ImportBasis[] = ["general_imports", "imports_for_consumption"];
