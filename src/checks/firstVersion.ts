import type { RuleVersion } from './check.js';

/** The rules with which the first season was checked. */
export const firstVersion: RuleVersion = { version: 1, since: '2026-11-21', words: '首次发布' };
