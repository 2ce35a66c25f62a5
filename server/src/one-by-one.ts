/** Runs what is handed in one after the other, each when those before it are done, whatever became of them. */
export type OneByOne = <Result>(doing: () => Promise<Result>) => Promise<Result>;

export function createOneByOne(): OneByOne {
  let last: Promise<unknown> = Promise.resolve();
  return (doing) => {
    const next = last.then(doing);
    last = next.catch(() => undefined);
    return next;
  };
}
