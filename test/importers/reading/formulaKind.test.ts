import { expect, test } from 'vitest';
import { formulaKind } from '../../../importers/reading/formulaKind.js';

test.each([
  ['"3089"&"件"', 'text'],
  ['TEXT(3089,"0")', 'text'],
  ['of:="年报"', 'text'],
  ['1=1', 'truth'],
  ['AND(A1>0,B1>0)', 'truth'],
  ['ISNUMBER(A1)', 'truth'],
  ['ISPMT(A1/12,1,E1*12,G1)', 'any'],
  ['SUM(A1:A3)', 'number'],
  ['IF(A1>0,"",B1)', 'numberOrText'],
  ['IF(A1>0,1,B1)', 'any'],
  ["'表=1'!B2", 'any'],
  ['B1', 'any'],
  ['(A1>0)*1', 'number'],
  ['SUM(A1:A3)+IF(B1="是",1,0)', 'number'],
])('%s is %s', (formula, kind) => expect(formulaKind(formula)).toBe(kind));
