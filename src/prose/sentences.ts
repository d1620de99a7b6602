import { oneLine } from './oneLine.js';

/** The sentences of a section, each with what ends it. */
export function sentencesOf(text: string): string[] {
  return oneLine(text).match(/[^。！？；;]+[。！？；;]?/g) ?? [];
}

/** The parts of a sentence between its commas. */
export function clausesOf(sentence: string): string[] {
  return sentence.split(/[，、。！？；：:()（）]|,(?!\d{3})/).filter((clause) => clause !== '');
}
