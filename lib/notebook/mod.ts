/** How a cell says it: prose with computed numbers, tables, figures, all through `show`. */
export * from "./check.ts";
export * from "./claims_table.ts";
export * from "./dependence_table.ts";
export * from "./goods_suppliers_table.ts";
export * from "./share_changes_table.ts";
export * from "./show.ts";
export * from "./supplier_tables.ts";
export * from "./table.ts";
