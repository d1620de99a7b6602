import { Refusal } from '../refusal.js';

/** The same refusal, of another part of the request. */
export function atPath(path: readonly string[], { code, message }: Refusal): Refusal {
  return new Refusal(code, message, path);
}

/** What fails while a part of a request is looked at is said of that part. */
export async function located<Answer>(path: readonly string[], work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? atPath(path, error) : error;
  }
}
