/** Notebook files as texts: what their code is, and today's prose with the outputs of earlier. */

interface RawCell {
  cell_type: string;
  id?: string;
  source: string | string[];
  metadata?: Record<string, unknown>;
}

/** What the runner writes before and after the cells, and between two; they are indented by two. */
const BEFORE = '{\n "cells": [\n', AFTER = "\n ],\n", BETWEEN = ",\n";

/** The code cells: ids, sources, tags, one after the other. Null where a cell has no id. */
export function codeOf(notebook: string): RawCell[] | null {
  const cells = cellsOf(notebook);
  if (!cells.every(({ id }) => typeof id === "string")) return null;
  return cells.filter(isCode).map(({ cell_type, id, source, metadata }) => ({
    ...{ cell_type, id, source: [source].flat().join("") },
    metadata: withoutTimes(metadata),
  }));
}

/**
 * A notebook with the outputs that its code cells had when they were executed: byte for byte what
 * the runner (execute.py) would write.
 *
 * @param executed a notebook with the same code cells, as the runner wrote it
 */
export function withOutputs(notebook: string, executed: string): string {
  const end = executed.lastIndexOf(AFTER);
  const earlier = executed.slice(BEFORE.length, end).split(/,\n(?= {2}\{\n)/)
    .filter((cell) => isCode(JSON.parse(cell)));
  const cells = cellsOf(notebook).map((cell) => isCode(cell) ? earlier.shift() : prose(cell));
  return BEFORE + cells.join(BETWEEN) + executed.slice(end);
}

const cellsOf = (notebook: string): RawCell[] => JSON.parse(notebook).cells;

const isCode = ({ cell_type }: RawCell): boolean => cell_type === "code";

function prose(cell: RawCell): string {
  const source = linesOf([cell.source].flat().join(""));
  const whole = sorted({ ...cell, metadata: withoutTimes(cell.metadata), source });
  return JSON.stringify(whole, null, 1).replace(/^/gm, "  ");
}

function withoutTimes(metadata: RawCell["metadata"] = {}) {
  const { execution: _, ...kept } = metadata;
  return kept;
}

/** Lines with their ends, as a notebook file has them. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
