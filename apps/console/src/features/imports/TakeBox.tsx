import { useState } from 'react';
import css from './TableCheck.module.css';

type TakeBoxProps = {
  label: string;
  accepted: boolean;
  /** Absent: there is nothing to decide. */
  onTake?: ((accepted: boolean) => Promise<unknown>) | undefined;
};

/** 采用: the tick shows at once and goes back to what the server says as soon as it has answered. */
export function TakeBox({ label, accepted, onTake }: TakeBoxProps) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const take = async (next: boolean) => {
    setWanted(next);
    await onTake?.(next);
    setWanted(null);
  };
  return (
    <input
      type="checkbox"
      className={css.box}
      aria-label={label}
      checked={wanted ?? accepted}
      disabled={onTake === undefined}
      onChange={(event) => void take(event.target.checked)}
    />
  );
}
