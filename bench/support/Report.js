/** Prints the lines as they come and remembers what was missed. */
export class Report {
  #aims = [];

  heading(text, ...columns) {
    console.log(`\n${text}`);
    if (columns.length > 0) this.row('', ...columns);
  }

  line(text) {
    console.log(text);
  }

  row(label, ...cells) {
    console.log(pad(label, 62) + cells.map((cell) => padLeft(cell, 11)).join(''));
  }

  aim(words, measured, most) {
    this.#aims.push({ words, measured, most, isMet: measured <= most });
  }

  /** Says which aims were missed, and whether all were met. */
  finish() {
    console.log('\n目标 Aims');
    for (const { words, measured, most, isMet } of this.#aims)
      console.log(
        `  [${isMet ? '达到 met' : '未达到 MISSED'}] ${words}：${measured.toFixed(2)}（≤ ${most}）`,
      );
    const missed = this.#aims.filter(({ isMet }) => !isMet);
    console.log(
      missed.length === 0
        ? '\n目标都已达到。Every aim was met.'
        : `\n有 ${missed.length} 个目标没有达到。${missed.length} aims were missed.`,
    );
    return missed.length === 0;
  }
}

/** Chinese characters are two columns wide. */
function width(text) {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
}

function pad(text, columns) {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

function padLeft(text, columns) {
  return ' '.repeat(Math.max(1, columns - width(text))) + text;
}
