// This part alone, which measures both commits of a comparison by the same script.
import { Report } from '../support/Report.js';
import { measureRepairs } from './measureRepairs.js';

const report = new Report();
measureRepairs({ reports: process.env.BENCH_QUICK === '1' ? 500 : 4000, report });
report.finish();
