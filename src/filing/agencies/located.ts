import { Refusal } from '../refusal.js';

/** What fails while a part of a request is looked at is said of that part. */
export async function located<Answer>(path: readonly string[], work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? error.at(path) : error;
  }
}
