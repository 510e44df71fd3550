import { useRef, useState, type FocusEvent } from 'react';

/**
 * A calendar opens when its field is entered. Where a dialog puts the focus there by itself, it would cover what the
 * person has not read yet: it rests until they press or type, or come back.
 */
export function useRestingCalendar() {
  const [rests, setRests] = useState(false);
  const wasLeft = useRef(false);
  const wake = () => setRests(false);
  return {
    rests,
    watch: {
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) =>
        setRests(currentTarget.hasAttribute('data-autofocus') && !wasLeft.current),
      onBlur: () => {
        wasLeft.current = true;
        wake();
      },
      onClick: wake,
      onInput: wake,
    },
  };
}
