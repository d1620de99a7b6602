import pg from 'pg';

/** Runs a statement as the owner of the server. */
export async function onServer(url: string, statement: string): Promise<void> {
  await rowsOf(url, statement);
}

/** The same, with its answer. */
export async function rowsOf<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
