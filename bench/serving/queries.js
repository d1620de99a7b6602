/** What is asked of the servers, and by which path the bare one gives the same. */
export const queries = [
  {
    name: 'values',
    words: 'report { values }',
    text: `query ($agency: String!, $year: Int!) { report(agency: $agency, year: $year) { version values } }`,
    rootOf: ({ report }) => report,
    path: ({ agency, year }) => `/values/${agency}/${year}`,
    requests: 400,
    most: 2,
    mostWithDatabase: 0.9,
  },
  {
    name: 'tables',
    words: 'report { tables { … } }',
    text: `query ($agency: String!, $year: Int!) {
      report(agency: $agency, year: $year) {
        year version agency { code name }
        tables {
          key title columns { key label unit }
          rows { key label group cells { key value raw at corrected } }
        }
      }
    }`,
    rootOf: ({ report }) => report,
    path: ({ agency, year }) => `/tables/${agency}/${year}`,
    requests: 150,
    most: 4,
    mostWithDatabase: 0.9,
  },
  {
    name: 'page',
    words: 'reports(first: 50)',
    text: `query {
      reports(first: 50, orderBy: AGENCY) {
        nodes { id agency { code name } year version status changedAt errorCount explainCount }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    rootOf: ({ reports }) => reports.nodes,
    path: () => '/page',
    requests: 300,
    most: 4,
    mostWithDatabase: 2,
  },
];
