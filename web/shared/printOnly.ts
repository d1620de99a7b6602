/** Prints one part of the page and nothing of the rest. */
export function printOnly(part: HTMLElement | null): void {
  const mark = (on: boolean) => {
    document.body.classList.toggle('prints-part', on);
    part?.classList.toggle('printed', on);
  };
  mark(part !== null);
  window.addEventListener('afterprint', () => mark(false), { once: true });
  window.print();
}
