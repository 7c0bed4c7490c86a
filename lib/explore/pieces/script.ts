/** Scripts that a page adds when it needs them: all that one opened as a file may load. */

/** Runs a script beside the page, and says whether it is there. */
export const runScript = (file: string): Promise<boolean> =>
  new Promise((resolve) => {
    const script = document.createElement("script");
    const done = (isThere: boolean) => {
      script.remove();
      resolve(isThere);
    };
    script.src = file;
    script.onload = () => done(true);
    script.onerror = () => done(false);
    document.head.append(script);
  });
