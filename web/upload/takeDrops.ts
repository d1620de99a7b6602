/** Takes the files dropped anywhere on the page: dropped beside the zone they must not replace it. */
export function takeDrops(zone: HTMLElement, add: (files: readonly File[]) => void): void {
  for (const name of ['dragover', 'drop'] as const)
    document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener('dragover', () => zone.classList.add('over'));
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) zone.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    zone.classList.remove('over');
    add([...(event.dataTransfer?.files ?? [])]);
  });
}
