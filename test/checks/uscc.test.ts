import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCharacter, usccFault } from '../../src/checks/uscc.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const oneOf = (characters: string, length: number) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: length, maxLength: length });

/** Codes of 机关, 事业单位, 社会团体, 企业 and others. */
const validCode = fc
  .tuple(
    fc.constantFrom('11', '12', '13', '19', '51', '53', '91', '93', 'A1', 'N3', 'Y1'),
    oneOf('0123456789', 6),
    oneOf(alphabet, 9),
  )
  .map((parts) => parts.join(''))
  .map((code) => code + checkCharacter(code));

describe('a 统一社会信用代码', () => {
  // Of large companies, as they publish them.
  test.each(['91330100799655058B', '9144030071526726XG', '91110000802100433B'])('%s has no fault', (code) => {
    expect(usccFault(code)).toBeNull();
  });

  test('with the check character of the standard has no fault', () => {
    fc.assert(fc.property(validCode, (code) => usccFault(code) === null));
  });

  test('with any one character replaced by any other is noticed', () => {
    const others = [...alphabet, ...'IOZSVabcxyz', '－', '０', ' ', '𠮷'];
    fc.assert(
      fc.property(validCode, (code) => {
        for (let index = 0; index < code.length; index++)
          for (const other of others) {
            const wrong = code.slice(0, index) + other + code.slice(index + 1);
            if (wrong !== code && usccFault(wrong) === null) throw new Error(`${wrong} passes for ${code}`);
          }
      }),
      { numRuns: 30 },
    );
  });

  test('with two neighbours swapped is noticed', () => {
    fc.assert(
      fc.property(validCode, fc.nat(16), (code, index) => {
        const [left, right] = [code[index]!, code[index + 1]!];
        fc.pre(left !== right);
        expect(usccFault(code.slice(0, index) + right + left + code.slice(index + 2))).not.toBeNull();
      }),
    );
  });

  test('with a character lost or doubled is an error', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), (code, index) => {
        expect(usccFault(code.slice(0, index) + code.slice(index + 1))?.severity).toBe('error');
        expect(usccFault(code.slice(0, index) + code[index] + code.slice(index))?.severity).toBe('error');
      }),
    );
  });

  test('with a wrong check character only is a warning that names the right one', () => {
    expect(usccFault('91330100799655058A')).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('校验码是 A，按 GB 32100-2015 算得 B'),
    });
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void usccFault(text)));
  });
});
