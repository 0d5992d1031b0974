import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

const PRINT_LIMIT = 2_000;

/** The paper ledger exists only while it is printed, by the button or by Ctrl+P; the button first reads the list to its end. */
export function usePaper(readAll: (limit: number) => Promise<void>) {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setOn(true));
    const end = () => setOn(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const print = useCallback(async () => {
    await readAll(PRINT_LIMIT);
    window.print();
  }, [readAll]);
  return { on, print: () => void print() };
}
