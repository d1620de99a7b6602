import { timeInChina } from '../../src/season/chinaDay.js';

/** `2026-11-21 18:27`, as people in China read it. */
export function shortTime(at: string): string {
  return timeInChina(new Date(at)).slice(0, 16);
}
