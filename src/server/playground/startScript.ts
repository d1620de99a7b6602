import { sampleQueries, sampleReport } from './sampleQueries.js';
import { tokenForm } from './tokenForm.js';

/**
 * The script that starts Altair. It asks for the token on the page, keeps it for this tab only, and has
 * Altair send it; nothing of it reaches Altair's own storage. The sample queries speak of the report the
 * address names, as in /playground#agency=4110&year=2020, else of the one with the most errors.
 */
export function startScript(): string {
  const windows = sampleQueries.map(({ name, query, variables = {} }) => ({
    initialName: name,
    initialQuery: query,
    initialVariables: JSON.stringify(variables, null, 2),
  }));
  return `const windows = ${scriptJson(windows)};\nconst sampleReport = ${scriptJson(sampleReport)};\n${script}`;
}

/** JSON that may stand in a script. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const script = `
const kept = 'nianbao.token';

function start(token, report) {
  const endpointURL = new URL('/graphql', location.href).href;
  const initialHeaders = { Authorization: 'Bearer ' + token };
  AltairGraphQL.init({
    endpointURL,
    initialHeaders,
    initialWindows: windows.map((each) => ({
      ...each,
      initialQuery: about(report, each.initialQuery),
      endpointURL,
      initialHeaders,
    })),
    initialSettings: {
      language: 'zh-CN',
      'alert.disableUpdateNotification': true,
      'banners.disable': true,
      disablePushNotification: true,
      'schema.reloadOnStart': true,
    },
    preserveState: false,
    disableAccount: true,
  });
  document.title = '年报查询界面';
  document.documentElement.lang = 'zh-CN';
  selectFirstWindow();
  document.body.append(tools());
}

// Altair opens the windows one by one and shows the last.
function selectFirstWindow() {
  const observer = new MutationObserver(() => {
    const opened = document.querySelectorAll('.window-switcher__item');
    if (!opened[windows.length - 1]?.classList.contains('window-switcher__item--active')) return;
    observer.disconnect();
    opened[0].click();
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class'],
  });
}

function tools() {
  const upload = document.createElement('a');
  upload.href = '/';
  upload.textContent = '上传页面';
  upload.style.cssText = 'margin-right:12px;color:#1f4e8c';
  const change = document.createElement('button');
  change.type = 'button';
  change.id = 'change-token';
  change.textContent = '更换令牌';
  change.style.cssText = 'padding:3px 10px;font:inherit;border:1px solid #888;border-radius:4px;background:#fff;color:#222;cursor:pointer';
  change.addEventListener('click', () => {
    sessionStorage.removeItem(kept);
    location.reload();
  });
  const bar = document.createElement('div');
  bar.id = 'tools';
  const style = document.createElement('style');
  // Beside the windows; on a small screen, where the windows need that place, at the bottom.
  style.textContent = '#tools{position:fixed;top:11px;right:170px;z-index:900;font:14px/1.5 sans-serif}'
    + '@media(max-width:1250px){#tools{top:auto;right:12px;bottom:8px;padding:2px 6px;background:#fff}}';
  bar.append(style, upload, change);
  return bar;
}

function about(report, query) {
  if (!report) return query;
  return query
    .replaceAll(sampleReport, () => 'agency: ' + JSON.stringify(report.agency) + ', year: ' + report.year)
    .replaceAll('expectedVersion: 1', 'expectedVersion: ' + report.version);
}

// Answers whether the token is accepted, and which report the samples should speak of.
async function tryOut(token) {
  const named = new URLSearchParams(location.hash.slice(1));
  const [agency, year] = [named.get('agency'), Number(named.get('year'))];
  const isNamed = agency !== null && Number.isInteger(year) && year > 0 && year < 10000;
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token },
    body: JSON.stringify(
      isNamed
        ? {
            query: 'query($agency: String!, $year: Int!) { report(agency: $agency, year: $year) { version } }',
            variables: { agency, year },
          }
        : { query: '{ reports(first: 1, orderBy: ERRORS_DESC) { nodes { agency { code } year version } } }' },
    ),
  });
  if (answer.status === 401) return { accepted: false, report: null };
  const { data } = await answer.json();
  if (isNamed) return { accepted: true, report: { agency, year, version: data?.report?.version ?? 1 } };
  const found = data?.reports?.nodes[0];
  return {
    accepted: true,
    report: found ? { agency: found.agency.code, year: found.year, version: found.version } : null,
  };
}

${tokenForm}

const token = sessionStorage.getItem(kept);
if (token === null) {
  ask('');
} else {
  const tried = await tryOut(token).catch(() => null);
  if (tried === null) {
    ask('连不上服务器。请稍后再试。');
  } else if (tried.accepted) {
    start(token, tried.report);
  } else {
    sessionStorage.removeItem(kept);
    ask('令牌已失效。请重新填写。');
  }
}
`;
