import { z } from 'zod';
import { Refusal } from '../../filing/refusal.js';
import type { ImportOptions } from '../../filing/importing/deciding/importOptions.js';

const truth = new Map([
  ...['true', '1', 'on', 'yes'].map((word) => [word, true] as const),
  ...['false', '0', 'off', 'no', ''].map((word) => [word, false] as const),
]);

export const flag = z
  .string()
  .default('false')
  .transform((text, context) => {
    const value = truth.get(text.trim().toLowerCase());
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: '应为 true 或 false' });
    return z.NEVER;
  });

export const year = z
  .string()
  .trim()
  .regex(/^((19|20|21)\d{2})?$/, '应为四位数的年份，例如 2024')
  .default('')
  .transform((text) => (text === '' ? null : Number(text)));

export const agency = z
  .string()
  .trim()
  .max(200, '太长')
  .default('')
  .transform((text) => (text === '' ? null : text));

const importForm = z.strictObject({
  dryRun: flag,
  year,
  agency,
  layout: z.enum(['report', 'collection'], '应为 report 或 collection').default('report'),
  blanksAreZero: flag,
  errorPolicy: z
    .enum(
      ['REJECT_ALL', 'REJECT_REPORT', 'ACCEPT_VALID_CELLS'],
      '应为 REJECT_ALL、REJECT_REPORT 或 ACCEPT_VALID_CELLS',
    )
    .default('REJECT_REPORT'),
  overwriteCorrections: flag,
});

/** The options of an upload from the fields of its form. A field we do not know is refused, not ignored. */
export function parseImportForm(fields: Readonly<Record<string, string>>): ImportOptions {
  return parseForm(importForm, fields);
}

/** The fields of a form as a schema has them, or which of them is wrong. */
export function parseForm<Shape extends z.ZodRawShape>(
  form: z.ZodObject<Shape>,
  fields: Readonly<Record<string, string>>,
): z.output<z.ZodObject<Shape>> {
  const parsed = form.safeParse(fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new Refusal(
      'INVALID_REQUEST',
      `不认识字段 ${issue.keys.map((key) => key.slice(0, 50)).join('、')}。可用：${Object.keys(form.shape).join('、')}。`,
    );
  const name = String(issue?.path[0] ?? '');
  const given = fields[name]?.slice(0, 50) ?? '';
  throw new Refusal('INVALID_REQUEST', `字段 ${name} ${issue?.message}，现在是“${given}”。`, [name]);
}
