import type { CalendarYear } from './CalendarYear.js';

/** A region with holidays of its own, beside those of the whole country. */
export interface LocalCalendar {
  readonly region: string;
  /** The years whose own holidays are known. */
  readonly years: readonly CalendarYear[];
}

/** Holidays of autonomous regions. A year that is not here is not known there, and is not judged. */
export const localCalendars: readonly LocalCalendar[] = [
  {
    region: '宁夏',
    years: [
      {
        year: 2019,
        source: '宁夏开斋节、古尔邦节放假通知',
        off: ['06-05', '06-06', '08-12', '08-13'],
        on: [],
      },
      {
        year: 2020,
        source: '宁夏开斋节、古尔邦节放假通知',
        off: ['05-25', '05-26', '07-30', '07-31'],
        on: [],
      },
      {
        year: 2021,
        source: '宁夏开斋节、古尔邦节放假通知',
        off: ['05-13', '05-14', '07-19', '07-20'],
        on: [],
      },
    ],
  },
  {
    region: '广西',
    years: [{ year: 2024, source: '广西三月三放假通知', off: ['04-11', '04-12'], on: [] }],
  },
  {
    region: '新疆',
    years: [
      {
        year: 2025,
        source: '新疆肉孜节、古尔邦节放假通知',
        off: ['03-31', '06-06', '06-09', '06-10'],
        on: [],
      },
    ],
  },
];
