"""Ten ledgers of the same cases, each kept in another habit and written by a program that is not ours."""
import csv, datetime, json, sys

folder, given = sys.argv[1], sys.argv[2]
cases = json.load(open(given, encoding="utf-8"))
day = datetime.date.fromisoformat


def excel(name, heads, row, fmt="yyyy/m/d", sheets=1, epoch=None, merged=False, title=None, number_format=None):
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book = Workbook()
    if epoch:
        book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    for part in range(sheets):
        sheet = book.create_sheet("%d月" % (part + 1) if sheets > 1 else "登记")
        line = 1
        if title:
            sheet.cell(1, 1, title)
            sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads[-1]))
            line = 2
        for head in heads:
            for column, text in enumerate(head, 1):
                if text is not None:
                    sheet.cell(line, column, text)
            line += 1
        if merged:
            first = line - 2
            column = 1
            while column <= len(heads[0]):
                end = column
                while end < len(heads[0]) and heads[0][end] is None and heads[1][end] is not None:
                    end += 1
                if end > column:
                    sheet.merge_cells(start_row=first, start_column=column, end_row=first, end_column=end)
                elif heads[1][column - 1] is None:
                    sheet.merge_cells(start_row=first, start_column=column, end_row=first + 1, end_column=column)
                column = end + 1
        for one in cases[part::sheets]:
            for column, value in enumerate(row(one), 1):
                if value is None:
                    continue
                cell = sheet.cell(line, column, value)
                if isinstance(value, datetime.date):
                    cell.number_format = fmt
            line += 1
        sheet.cell(line, 1, "合计")
        sheet.cell(line, 2, len(cases[part::sheets]))
    book.save(folder + "/" + name)


def d(text):
    return day(text) if text else None


older = {"disclosed": "同意公开", "partiallyDisclosed": "区分处理", "notHeld": "非本机关掌握", "repeatedRequest": "重复申请", "stateSecret": "国家秘密", "otherReasons": "撤回", "mustBeCreated": "需要另行制作"}
printed = {"disclosed": "（一）予以公开", "partiallyDisclosed": "（二）部分公开", "notHeld": "1.本机关不掌握相关政府信息", "repeatedRequest": "2.重复申请", "stateSecret": "1.属于国家秘密", "otherReasons": "（六）其他处理3.其他", "mustBeCreated": "2.没有现成信息需要另行制作"}
numbers = {"disclosed": "（一）", "partiallyDisclosed": "（二）", "notHeld": "（四）1", "repeatedRequest": "（五）2", "stateSecret": "（三）1", "otherReasons": "（六）3", "mustBeCreated": "（四）2"}
divided = {"disclosed": ("予以公开", None), "partiallyDisclosed": ("部分公开", None), "notHeld": ("无法提供", "本机关不掌握相关政府信息"), "repeatedRequest": ("不予处理", "重复申请"), "stateSecret": ("不予公开", "属于国家秘密"), "otherReasons": ("其他处理", "其他"), "mustBeCreated": ("无法提供", "没有现成信息需要另行制作")}
who = {"naturalPerson": "公民", "business": "法人或其他组织（商业企业）", "researchInstitution": "法人或其他组织（科研机构）", "publicBenefitOrganization": "法人或其他组织（社会公益组织）", "legalServiceOrganization": "法人或其他组织（法律服务机构）", "otherOrganization": "法人或其他组织（其他）"}
six = {"naturalPerson": "自然人", "business": "商业企业", "researchInstitution": "科研机构", "publicBenefitOrganization": "社会公益组织", "legalServiceOrganization": "法律服务机构", "otherOrganization": "法人或其他组织-其他"}
name, telephone = "赵某人", "13800001111"
w = lambda words, one: words[one["outcome"]] if one["outcome"] else None

# 1 plain, days stored, short date
excel("1.xlsx", [["序号", "申请编号", "申请人类型", "申请人姓名", "联系电话", "收到日期", "答复日期", "答复类型", "备注"]],
      lambda o: [1, o["number"], who[o["applicant"]], name, telephone, d(o["received"]), d(o["answered"]), w(older, o), None])
# 2 two rows of heads, merged, built-in Chinese format 31
excel("2.xlsx", [["编号", "申请人", None, "申请情况", None, "答复", None, None], [None, "姓名", "类型", "收到日期", "方式", "答复日期", "答复类别", "具体情形"]],
      lambda o: [o["number"], name, six[o["applicant"]], d(o["received"]), "邮寄", d(o["answered"])] + list(divided[o["outcome"]] if o["outcome"] else (None, None)),
      merged=True, title="某局2024年政府信息公开申请台账", fmt='yyyy"年"m"月"d"日"')
# 3 the workbook counts from 1904, a sheet a month
excel("3.xlsx", [["登记编号", "申请主体性质", "申请时间", "受理日期", "办结日期", "办理结果"]],
      lambda o: [o["number"], who[o["applicant"]], d(o["received"]), d(o["received"]), d(o["answered"]), w(numbers, o)], sheets=4, epoch=1904, fmt="yyyy.m.d")
# 4 old workbook by xlwt
import xlwt
book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("台账")
style = xlwt.easyxf(num_format_str="YYYY-MM-DD")
for c, text in enumerate(["答复结果", "答复时间", "收件日期", "申请人类别", "申请号"]):
    sheet.write(0, c, text)
for r, o in enumerate(cases, 1):
    if o["outcome"]:
        sheet.write(r, 0, w(printed, o))
        sheet.write(r, 1, day(o["answered"]), style)
    sheet.write(r, 2, day(o["received"]), style)
    sheet.write(r, 3, six[o["applicant"]])
    sheet.write(r, 4, o["number"])
book.save(folder + "/4.xls")
# 5 OpenDocument by odfpy
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell
from odf.text import P
doc = OpenDocumentSpreadsheet()
table = Table(name="台账")
def line(values):
    row = TableRow()
    for v in values:
        if isinstance(v, datetime.date):
            cell = TableCell(valuetype="date", datevalue=v.isoformat())
            cell.addElement(P(text="%d年%d月%d日" % (v.year, v.month, v.day)))
        elif v is None:
            cell = TableCell()
        else:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=v))
        row.addElement(cell)
    table.addElement(row)
line(["申请编号", "姓名", "申请人类型", "收到申请日期", "答复日期", "处理结果"])
for o in cases:
    line([o["number"], name, who[o["applicant"]], d(o["received"]), d(o["answered"]), w(older, o)])
doc.spreadsheet.addElement(table)
doc.save(folder + "/5.ods")
# 6 Word table by python-docx
from docx import Document
word = Document()
word.add_paragraph("2024年依申请公开登记簿")
heads = ["编号", "姓名", "申请人类型", "收到日期", "答复日期", "办理结果"]
t = word.add_table(rows=1, cols=len(heads))
for c, text in enumerate(heads):
    t.rows[0].cells[c].text = text
for o in cases:
    cells = t.add_row().cells
    md = lambda x: "%d月%d日" % (int(x[5:7]), int(x[8:])) if x[:4] == "2024" else "%s年%d月%d日" % (x[:4], int(x[5:7]), int(x[8:]))
    for c, text in enumerate([o["number"], name, who[o["applicant"]], md(o["received"]), md(o["answered"]) if o["answered"] else "", w(printed, o) or ""]):
        cells[c].text = text
word.save(folder + "/6.docx")
# 7 CSV as Chinese Excel saves it
with open(folder + "/7.csv", "w", encoding="gb18030", newline="") as f:
    out = csv.writer(f)
    out.writerow(["序号", "申请编号", "申请人类型", "联系方式", "收到日期", "是否延期", "答复日期", "答复类型"])
    for i, o in enumerate(cases, 1):
        out.writerow([i, o["number"], six[o["applicant"]], telephone, o["received"].replace("-", "/"), "否", (o["answered"] or "").replace("-", "/"), w(older, o) or "办理中"])
# 8 tabs, UTF-16, Chinese days
with open(folder + "/8.csv", "w", encoding="utf-16") as f:
    f.write("\t".join(["申请编号", "申请人类型", "收到日期", "答复日期", "答复类型"]) + "\n")
    for o in cases:
        c = lambda x: "%s年%d月%d日" % (x[:4], int(x[5:7]), int(x[8:])) if x else ""
        f.write("\t".join([o["number"], who[o["applicant"]], c(o["received"]), c(o["answered"]), w(printed, o) or ""]) + "\n")
# 9 eight figures as numbers, letters' days beside those of sending
excel("9.xlsx", [["件号", "申请人性质", "签收日期", "登记日期", "答复书日期", "寄出日期", "答复种类", "身份证号"]],
      lambda o: [o["number"], who[o["applicant"]], int(o["received"].replace("-", "")), d("2024-12-31"), d("2024-01-01") if o["answered"] else None, int(o["answered"].replace("-", "")) if o["answered"] else None, w(older, o), "11010119900307888X"])
# 10 for LibreOffice to save again
excel("10.xlsx", [["申请编号", "申请人类型", "收到日期", "申请方式", "答复日期", "答复类型", "行政复议", None], [None, None, None, None, None, None, "结果", "文号"]],
      lambda o: [o["number"], six[o["applicant"]], d(o["received"]), "网上", d(o["answered"]), w(older, o), None, None], merged=True)
