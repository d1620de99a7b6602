/** The report the samples speak of; the playground puts another one in its place where it knows one. */
export const sampleReport = 'agency: "4110", year: 2020';

/** The windows of the playground when it opens. A test checks each against the schema. */
export const sampleQueries: readonly {
  readonly name: string;
  readonly query: string;
  readonly variables?: object;
}[] = [
  {
    name: '报告',
    query: `# 一份报告和它的核对结果。机关代码、年度可以改；按“发送请求”
query ReportWithFindings {
  report(${sampleReport}) {
    agency { code name }
    year
    version
    errorCount
    explainCount
    findings {
      severity
      message
      left
      right
      difference
      rule { id basis }
      cells { key value at }
    }
  }
}
`,
  },
  {
    name: '取数',
    query: `# 给程序用：格名 → 数。要哪些格写在下方的“变量”里；去掉 keys 就是全部
query Values($keys: [CellKey!]) {
  report(${sampleReport}) {
    version
    values(keys: $keys)
  }
}
`,
    variables: {
      keys: ['requests.received.total', 'requests.outcomesTotal.total', 'requests.carriedForward.total'],
    },
  },
  {
    name: '各表',
    query: `# 一份报告的各表：每一格的格名（更正时用）、数、原文、在文件中的位置
query ReportTables {
  report(${sampleReport}) {
    form { id document }
    tables {
      title
      rows {
        label
        cells { key value raw at corrected column { label unit } }
      }
    }
    sections { title text }
  }
}
`,
  },
  {
    name: '试算更正',
    query: `# 先试算：改了会消除哪些问题、带来哪些问题。不保存
mutation PreviewCorrection {
  cellCorrect(
    report: { ${sampleReport} }
    expectedVersion: 1
    changes: [{ key: "requests.petitionOrComplaint.total", value: "3" }]
    reason: "试算"
    preview: true
  ) {
    resolved { rule { id } message }
    introduced { rule { id } message }
    userErrors { code message }
  }
}
`,
  },
  {
    name: '更正',
    query: `# 更正一格，形成新版本并永久留痕。必须在 reason 里写明理由
# expectedVersion 填看到的版本：别人先改了，会告诉你现在的数
mutation CorrectCell {
  cellCorrect(
    report: { ${sampleReport} }
    expectedVersion: 1
    changes: [{ key: "requests.petitionOrComplaint.total", value: "3" }]
    reason: ""
  ) {
    report { version errorCount explainCount }
    resolved { rule { id } message }
    introduced { rule { id } message }
    userErrors { code message }
  }
}
`,
  },
  {
    name: '历史',
    query: `# 一份报告的全部版本，谁在何时因何改了哪一格
query History {
  report(${sampleReport}) {
    versions { number origin createdAt createdBy }
    auditTrail(first: 20) {
      nodes {
        at
        actor
        action
        reason
        changes { key before after version }
        hash
      }
    }
  }
}
`,
  },
  {
    name: '报告清单',
    query: `# 有错误的报告，错误多的在前。去掉 filter 就是全部报告
query Reports {
  reports(filter: { hasErrors: true }, orderBy: ERRORS_DESC, first: 20) {
    totalCount
    nodes { agency { code name } year version errorCount explainCount changedAt }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: '登记机关',
    query: `# 登记一个机关，之后才能导入它的报告。代码自定，有统一社会信用代码的用它
mutation RegisterAgency {
  agencyRegister(input: { code: "", name: "", aliases: [] }) {
    agency { code name aliases }
    userErrors { code path message }
  }
}
`,
  },
  {
    name: '规则',
    query: `# 统一格式和核对规则
query FormsAndRules {
  forms {
    id
    document
    firstYear
    lastYear
    cellCount
    rules { id severity basis formula }
  }
}
`,
  },
];
