/** Stands for linkedom in a browser, which has a document of its own. */
export const parseHTML = (): { document: Document } => ({ document });
