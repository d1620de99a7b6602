import type { FastifyInstance } from 'fastify';
import { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import { cellsOf, tablesOf } from '../../cells.js';
import { kindWords, levelWords } from '../../filing/agencies/agencyWords.js';
import { Refusal } from '../../filing/refusal.js';
import { statusWords } from '../../filing/statusWords.js';
import type { Form } from '../../forms/form.js';
import { formById, forms } from '../../forms/index.js';
import { onlyKnown, type Query } from './apiQuery.js';
import { unlessKnown } from './unlessKnown.js';
import { shortened } from '../../text/shortened.js';
import { severities } from '../../forms/form.js';

/** What a form asks, with the names and the codes that stand in answers. The same for everybody. */
export function formDocument(server: FastifyInstance): void {
  server.get<{ Params: { id: string }; Querystring: Query }>('/api/v1/forms/:id', async (request, reply) => {
    onlyKnown(request.query, []);
    const form = formById(request.params.id);
    if (!form)
      throw new Refusal(
        'FORM_UNKNOWN',
        `没有统一格式“${shortened(request.params.id, 50)}”。现有：${forms.map(({ id }) => id).join('、')}。`,
      );
    const answer = documentOf(form);
    return unlessKnown(request, reply, [JSON.stringify(answer)], () => answer);
  });
}

function documentOf(form: Form): object {
  const { id, document, firstYear, lastYear, cornerNote, sections } = form;
  return {
    ...{ id, document, firstYear, lastYear, cornerNote },
    sections: sections.map(({ id: key, numeral, title, tables }) => {
      return { key, numeral, title, tables: tables.map((table) => table.id) };
    }),
    tables: tablesOf(form).map((table) => ({
      key: table.id,
      title: table.title,
      rows: table.rows.map((row) => ({ key: row.id, label: row.label, group: row.group ?? null })),
      columns: table.columns.map(({ id: key, label, unit, quantity }) => ({ key, label, unit, quantity })),
    })),
    cells: cellsOf(form).map(({ key, table, row, column }) => ({
      ...{ key, table: table.id, row: row.id, column: column.id },
      ...{ unit: column.unit, quantity: column.quantity },
    })),
    codes: {
      status: Object.entries(statusWords).map(([code, { label }]) => ({ code, label })),
      agencyLevel: listed(levelWords),
      agencyKind: listed(kindWords),
      changeKind: Object.values(ChangeKind),
      severity: severities,
    },
  };
}

function listed(words: Readonly<Record<string, string>>): { code: string; label: string }[] {
  return Object.entries(words).map(([code, label]) => ({ code, label }));
}
