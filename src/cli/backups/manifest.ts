import { z } from 'zod';

/** What a backup says of itself; written last, so that one that was interrupted has none. */
export const manifestSchema = z.object({
  format: z.literal('nianbao-backup-1'),
  /** The names of the migrations: the tables are as these made them. */
  migrations: z.array(z.string()),
  madeAt: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      file: z.string(),
      sha256: z.string(),
    }),
  ),
  /** Files of the uploads, each named after its SHA-256. */
  uploads: z.array(z.string()),
  /** The ends of the audit chains. */
  heads: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = 'manifest.json';
export const uploadsFolder = 'uploads';
