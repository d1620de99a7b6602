import { Role } from '../../entities/access/Role.js';
import type { deskAddresses } from '../../src/server/routes/deskPages.js';

export const stateYear = 2024;

/** A page of the desk in each of its states, and what it says in them. */
export interface PageStates {
  /** With data: an office O1 below a city CITY, and a report of O1. */
  readonly ready: string;
  /** It asks the server for what it shows: it says so while it waits, and what to do without a connection. */
  readonly asks: boolean;
  /** What it says before there is any agency. */
  readonly empty: string | RegExp;
  /** Who may not use it; null when everybody who has signed in may. */
  readonly refusedTo: Role | null;
  /** Where there is nothing, and what it says there; null when its address names nothing. */
  readonly unknown: readonly [path: string, words: string] | null;
}

const system = Role.SYSTEM_ADMINISTRATOR;
const security = Role.SECURITY_ADMINISTRATOR;
const noAgency = '没有这个机关';

/** Keyed by where the server has pages: a new page without its states is no valid table. */
export const deskStates: Readonly<Record<(typeof deskAddresses)[number], PageStates>> = {
  '/': { ready: '/', asks: true, empty: '还没有机关', refusedTo: null, unknown: null },
  '/sign-in': { ready: '/sign-in', asks: false, empty: '登录', refusedTo: null, unknown: null },
  '/upload': { ready: '/upload', asks: true, empty: '选择填好的年报文件', refusedTo: system, unknown: null },
  '/reports': {
    ready: `/reports?year=${stateYear}`,
    asks: true,
    empty: '没有符合条件的报告',
    refusedTo: system,
    unknown: ['/reports?year=2019&status=RETURNED', '没有符合条件的报告'],
  },
  '/reports/:agency/:year(^\\d{4}$)': {
    ready: `/reports/O1/${stateYear}`,
    asks: true,
    empty: noAgency,
    refusedTo: system,
    unknown: [`/reports/NOPE/${stateYear}`, noAgency],
  },
  '/ledger': { ready: '/ledger', asks: false, empty: '台账文件', refusedTo: system, unknown: null },
  '/season': { ready: '/season', asks: true, empty: '没有找到机关', refusedTo: null, unknown: null },
  '/season/:agency/:year(^\\d{4}$)': {
    ready: `/season/CITY/${stateYear}`,
    asks: true,
    empty: 'CITY',
    refusedTo: system,
    unknown: [`/season/NOPE/${stateYear}`, 'NOPE'],
  },
  '/waivers': { ready: '/waivers', asks: true, empty: '没有待处理的', refusedTo: system, unknown: null },
  '/rollup': { ready: '/rollup', asks: true, empty: '没有找到机关', refusedTo: null, unknown: null },
  '/rollup/:agency/:year(^\\d{4}$)': {
    ready: `/rollup/CITY/${stateYear}`,
    asks: true,
    empty: 'CITY',
    refusedTo: system,
    unknown: [`/rollup/NOPE/${stateYear}`, 'NOPE'],
  },
  '/requests': { ready: '/requests', asks: true, empty: '没有找到机关', refusedTo: null, unknown: null },
  '/requests/:agency/:year(^\\d{4}$)': {
    ready: `/requests/CITY/${stateYear}`,
    asks: true,
    empty: 'CITY',
    refusedTo: system,
    unknown: [`/requests/NOPE/${stateYear}`, 'NOPE'],
  },
  '/agencies': { ready: '/agencies', asks: true, empty: '没有机关', refusedTo: null, unknown: null },
  '/people': { ready: '/people', asks: true, empty: '管理员', refusedTo: system, unknown: null },
  '/requirements': {
    ready: '/requirements?agency=CITY',
    asks: true,
    empty: 'CITY',
    refusedTo: null,
    unknown: ['/requirements?agency=NOPE', 'NOPE'],
  },
  '/deliveries': {
    ready: '/deliveries',
    asks: true,
    empty: '还没有送达的记录',
    refusedTo: security,
    unknown: null,
  },
  '/audit': { ready: '/audit', asks: true, empty: '留痕', refusedTo: system, unknown: null },
};

export const allStates: readonly PageStates[] = Object.values(deskStates);

/** Those that ask whoever comes to sign in. */
export const closedPages = allStates.filter(({ ready }) => ready !== '/sign-in');
