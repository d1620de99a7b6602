const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the database takes it for an id: what people type may be anything. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
