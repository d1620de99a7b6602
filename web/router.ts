import { createRouter, createWebHistory } from 'vue-router';
import { isSignedIn, lookWhetherSignedIn, signedIn } from './session/session.js';
import { Failure } from './shared/Failure.js';

declare module 'vue-router' {
  interface RouteMeta {
    readonly title?: string;
    /** Asks nobody to sign in before it is shown. */
    readonly open?: boolean;
  }
}

const year = '\\d{4}';

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', component: () => import('./waiting/WaitingPage.vue'), meta: { title: '待办' } },
    {
      path: '/sign-in',
      component: () => import('./session/SignIn.vue'),
      meta: { title: '登录', open: true },
    },
    {
      path: '/upload',
      component: () => import('./upload/UploadPage.vue'),
      meta: { title: '上传', open: true },
    },
    { path: '/reports', component: () => import('./review/ReportList.vue'), meta: { title: '报告' } },
    {
      path: `/reports/:agency/:year(${year})`,
      component: () => import('./form/FormPage.vue'),
      meta: { title: '填报' },
    },
    { path: '/ledger', component: () => import('./ledger/LedgerPage.vue'), meta: { title: '台账' } },
    { path: '/requests', component: () => import('./season/SeasonStart.vue'), meta: { title: '申请统计' } },
    {
      path: `/requests/:agency/:year(${year})`,
      component: () => import('./ledger/statistics/StatisticsPage.vue'),
      meta: { title: '申请统计' },
    },
    { path: '/season', component: () => import('./season/SeasonStart.vue'), meta: { title: '进度' } },
    {
      path: `/season/:agency/:year(${year})`,
      component: () => import('./season/SeasonPage.vue'),
      meta: { title: '进度' },
    },
    { path: '/rollup', component: () => import('./season/SeasonStart.vue'), meta: { title: '汇总' } },
    {
      path: `/rollup/:agency/:year(${year})`,
      component: () => import('./rollUp/RollUpPage.vue'),
      meta: { title: '汇总' },
    },
    {
      path: '/waivers',
      component: () => import('./review/decisions/DecisionsPage.vue'),
      meta: { title: '豁免和修改建议' },
    },
    { path: '/agencies', component: () => import('./agencies/AgenciesPage.vue'), meta: { title: '机关' } },
    { path: '/people', component: () => import('./people/PeoplePage.vue'), meta: { title: '账号' } },
    {
      path: '/requirements',
      component: () => import('./requirements/RequirementsPage.vue'),
      meta: { title: '要求' },
    },
    {
      path: '/deliveries',
      component: () => import('./deliveries/DeliveriesPage.vue'),
      meta: { title: '送达' },
    },
    { path: '/audit', component: () => import('./audit/AuditPage.vue'), meta: { title: '留痕' } },
    {
      path: '/:rest(.*)*',
      component: () => import('./shared/NotFound.vue'),
      meta: { title: '没有这个页面', open: true },
    },
  ],
});

router.beforeEach(async (to) => {
  if (signedIn.value === 'unknown')
    try {
      await lookWhetherSignedIn();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  if (isSignedIn.value || to.meta.open) return true;
  return { path: '/sign-in', query: to.fullPath === '/' ? {} : { then: to.fullPath } };
});

router.afterEach((to) => {
  document.title = `${to.meta.title ?? ''} — 年报`;
});
