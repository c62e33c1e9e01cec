/** As a `ref`: the element takes the focus when it appears, and only then. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
