import { useEffect, useEffectEvent, type RefObject } from 'react';

/** The focus of a form that has just come. */
export function useFirstFocus(form: RefObject<HTMLFormElement | null>): void {
  // The form comes after the dialog has opened: the focus goes to where a person begins.
  useEffect(() => {
    const first = form.current === null ? undefined : firstToFill(form.current);
    // The dialog looks for a place of its own a moment later: it is told the same one.
    first?.setAttribute('data-autofocus', '');
    if (form.current?.querySelector('input:focus, textarea:focus') === null) first?.focus();
  }, [form]);
}

/** Where a person begins: the first input that is empty. A day that has the focus so keeps its calendar closed. */
function firstToFill(form: HTMLFormElement): HTMLElement | undefined {
  const inputs = [...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, [role=radio]')];
  const empty = inputs.filter((input) => !('value' in input) || input.value === '');
  return empty[0] ?? inputs[0];
}

/** Enter on a list of choices opens it, and sends nothing. */
function openChoices(event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-haspopup') !== 'listbox') return;
  event.preventDefault();
  if (target.dataset['expanded'] !== undefined) return;
  // The input would take the same key for the choice that the open list stands on.
  event.stopPropagation();
  target.click();
}

/** Ctrl Enter sends from any field of the form, also where Enter is a new line. */
export function useSubmitKey(form: RefObject<HTMLFormElement | null>, submit: (event: KeyboardEvent) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) submit(event);
    else openChoices(event);
  });
  useEffect(() => {
    const element = form.current;
    const listener = (event: KeyboardEvent) => press(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [form]);
}
