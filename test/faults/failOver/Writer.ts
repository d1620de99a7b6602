import { form2021 } from '../../../src/forms/2021.js';
import { shownValues, validValues } from '../../support/drafts.js';
import { at, type Json } from '../../support/server.js';

/** A change that was answered as done. */
export interface Acknowledged {
  /** `W1 2023 7`: version 7 of a report; `W1 2023 SUBMITTED 7`: a step about it. */
  readonly what: string;
  readonly askedAt: number;
  readonly answeredAt: number;
}

interface Seen {
  readonly version: number;
  readonly status: string | null;
}

/** What the service answers while its database is away; anything else is a fault. */
const away = /^DATABASE_(AWAY|BUSY|READ_ONLY)$/;
const cell = 'requests.received.naturalPerson';
/** Not one after the other: a year that does not begin where the one before ended is not submitted. */
const years = [2021, 2023, 2025];
/** Its report is submitted, and never corrected: what is corrected by hand no longer adds up here. */
const submitted = 2023;

/** Somebody who files, corrects, submits and withdraws the reports of one agency, now here, now there. */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  readonly unexpected: string[] = [];
  /** What was acknowledged, and then not found elsewhere. */
  readonly notReadBack: string[] = [];
  readBack = 0;
  troubled = 0;
  #count = 0;
  #state: number;

  constructor(
    private readonly addresses: readonly string[],
    private readonly token: string,
    private readonly agency: string,
    seed: number,
  ) {
    this.#state = seed;
  }

  async work(isOver: () => boolean): Promise<void> {
    while (!isOver() && this.unexpected.length < 10) {
      const year = years[this.#random(years.length)]!;
      try {
        await this.#change(year);
      } catch (error) {
        if (error instanceof Trouble) this.troubled += 1;
        else this.unexpected.push(String(error));
      }
    }
  }

  async #change(year: number): Promise<void> {
    const seen = await this.#look(year);
    if (seen?.status === 'SUBMITTED') return this.#step('reportWithdraw', 'DRAFT', year, seen.version);
    if (year === submitted) return this.#step('reportSubmit', 'SUBMITTED', year, await this.#file(year));
    if (seen === null || this.#random(3) === 0) await this.#file(year);
    else await this.#correct(year, seen.version);
  }

  async #file(year: number): Promise<number> {
    this.#count += 1;
    const cells = shownValues(form2021, validValues(form2021, this.#random(100_000) + this.#count));
    const askedAt = performance.now();
    const answer = await this.#send('/api/v1/reports', {
      ...{ form: form2021.id, year, agency: this.agency, agencyCode: this.agency, cells },
    });
    const version = at(answer, 'version');
    if (typeof version !== 'number') throw new Error(`not filed: ${JSON.stringify(answer)}`);
    await this.#keep(`${this.agency} ${year} ${version}`, askedAt, year, version);
    return version;
  }

  async #correct(year: number, expected: number): Promise<void> {
    const askedAt = performance.now();
    const payload = await this.#graphql(
      `mutation ($report: ReportKey!, $expected: Int!, $changes: [CellChangeInput!]!) {
        cellCorrect(report: $report, expectedVersion: $expected, changes: $changes, reason: "核对原始台账") {
          report { version } userErrors { code message } } }`,
      { expected, changes: [{ key: cell, value: String(this.#random(1_000_000)) }] },
      year,
    );
    const version = at(payload, 'data', 'cellCorrect', 'report', 'version');
    if (typeof version !== 'number') throw new Error(`not corrected: ${JSON.stringify(payload)}`);
    await this.#keep(`${this.agency} ${year} ${version}`, askedAt, year, version);
  }

  async #step(name: string, to: string, year: number, version: number): Promise<void> {
    const reason = name === 'reportWithdraw' ? ', reason: "还要改"' : '';
    const askedAt = performance.now();
    const payload = await this.#graphql(
      `mutation ($report: ReportKey!, $expected: Int!) {
        ${name}(report: $report, expectedVersion: $expected${reason}) { report { status } userErrors { code message } } }`,
      { expected: version },
      year,
    );
    if (at(payload, 'data', name, 'report', 'status') !== to)
      throw new Error(`no step: ${JSON.stringify(payload)}`);
    await this.#keep(`${this.agency} ${year} ${to} ${version}`, askedAt, year, version);
  }

  async #look(year: number): Promise<Seen | null> {
    const answer = await this.#graphql(
      'query ($agency: String!, $year: Int!) { report(agency: $agency, year: $year) { version status } }',
      { agency: this.agency, year },
    );
    const version = at(answer, 'data', 'report', 'version');
    const status = at(answer, 'data', 'report', 'status');
    return typeof version === 'number'
      ? { version, status: typeof status === 'string' ? status : null }
      : null;
  }

  /** Whatever process is asked next shows what was acknowledged. */
  async #keep(what: string, askedAt: number, year: number, version: number): Promise<void> {
    this.acknowledged.push({ what, askedAt, answeredAt: performance.now() });
    const seen = await this.#look(year);
    this.readBack += 1;
    if ((seen?.version ?? 0) < version) this.notReadBack.push(`${what}: ${seen?.version ?? 'nothing'}`);
  }

  async #graphql(query: string, variables: object, year?: number): Promise<Json> {
    const report = year === undefined ? {} : { report: { agency: this.agency, year } };
    const answer = await this.#send('/graphql', { query, variables: { ...variables, ...report } });
    const code = at(answer, 'errors', 0, 'extensions', 'code');
    if (typeof code === 'string' && away.test(code)) throw new Trouble(code);
    if (code !== undefined) throw new Error(JSON.stringify(answer));
    return answer;
  }

  async #send(path: string, body: object): Promise<Json> {
    const address = this.addresses[this.#random(this.addresses.length)]!;
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Json;
    const code = at(answer, 'code') ?? at(answer, 'errors', 0, 'extensions', 'code');
    if (response.status === 503 && typeof code === 'string' && away.test(code)) throw new Trouble(code);
    if (response.status >= 500) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The same numbers for the same seed. */
  #random(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * below);
  }
}

class Trouble extends Error {
  override readonly name = 'Trouble';
}
