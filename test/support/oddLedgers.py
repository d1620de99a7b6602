"""Ledgers of odd habits written by programs that are not ours, each with what a counter of its own counts in it.

oddLedgers.py FOLDER writes the files and FOLDER/expected.json: a list of { file, cells, words?, codes? }.
"""
import csv, datetime, json, random, sys

folder = sys.argv[1]
rng = random.Random(20240614)
D = datetime.date
YEAR = 2024
APPLICANTS = ["naturalPerson", "business", "researchInstitution", "publicBenefitOrganization", "legalServiceOrganization", "otherOrganization"]
OUTCOMES = ["disclosed", "partiallyDisclosed", "stateSecret", "notHeld", "mustBeCreated", "repeatedRequest", "petitionOrComplaint", "otherReasons", "supplementOverdue", "internalAffairs", "processInformation"]


def case(number, received, answered, outcome, applicant="naturalPerson", **more):
    one = dict(number=number, received=received, answered=answered, outcome=outcome, applicant=applicant, recon=None, route=None, suit=None, extended=None, asked=None, back=None, third=None, thirdBack=None, fee=None, channel="post")
    one.update(more)
    return one


def made():
    cases = []
    for i in range(1, 31):
        received = D(YEAR, 1, 2) + datetime.timedelta(days=rng.randrange(0, 350))
        answered = received + datetime.timedelta(days=rng.randrange(1, 26))
        isOpen = rng.random() < 0.1
        cases.append(case("%d-%03d" % (YEAR, i), received, None if isOpen else answered, None if isOpen else rng.choice(OUTCOMES), rng.choice(APPLICANTS), recon=rng.choice([None] * 9 + ["upheld", "corrected"]), channel=rng.choice(["post", "online", "inPerson", "email", "fax"])))
    cases.append(case("2023-101", D(2023, 12, 20), D(2024, 1, 9), "disclosed"))
    cases.append(case("2023-102", D(2023, 12, 29), D(2024, 1, 15), "notHeld", "business"))
    cases.append(case("2024-031", D(2024, 12, 30), D(2025, 1, 20), "disclosed", "legalServiceOrganization"))
    cases.append(case("2024-032", D(2024, 12, 31), None, None))
    cases.append(case("2024-033", D(2024, 1, 1), D(2024, 12, 31), "otherReasons", extended=D(2024, 1, 10)))
    cases.sort(key=lambda one: (one["received"], one["number"]))
    return cases


def count(cases, year=YEAR, remedies=True):
    """三 and 四, counted anew: nothing here is taken from the product."""
    cells = {}
    def add(row, column, table="requests"):
        for each in {column, "total"}:
            key = "%s.%s.%s" % (table, row, each)
            cells[key] = cells.get(key, 0) + 1
    first, last = D(year, 1, 1), D(year, 12, 31)
    for one in cases:
        if one["received"] > last:
            continue
        closed = one["answered"] is not None and one["outcome"] not in (None, "open")
        if closed and one["received"] < first and one["answered"] < first:
            continue
        add("received" if one["received"] >= first else "carriedOver", one["applicant"])
        if closed and one["answered"] <= last:
            add(one["outcome"], one["applicant"])
            add("outcomesTotal", one["applicant"])
        else:
            add("carriedForward", one["applicant"])
        if not remedies:
            continue
        if one["recon"]:
            add("reconsideration", one["recon"], "remedies")
        if one["suit"]:
            add(one["route"], one["suit"], "remedies")
    return cells


CASES = made()
OLD = dict(disclosed="同意公开", partiallyDisclosed="区分处理", stateSecret="国家秘密", notHeld="非本机关掌握", mustBeCreated="需要加工分析", repeatedRequest="重复申请", petitionOrComplaint="信访", otherReasons="撤回", supplementOverdue="逾期不补正", internalAffairs="内部事务", processInformation="过程性信息")
PRINTED = dict(disclosed="（一）予以公开", partiallyDisclosed="（二）部分公开（区分处理的，只计这一情形，不计其他情形）", stateSecret="1.属于国家秘密", notHeld="1.本机关不掌握相关政府信息", mustBeCreated="2.没有现成信息需要另行制作", repeatedRequest="2.重复申请", petitionOrComplaint="1.信访举报投诉类申请", otherReasons="（六）其他处理—3.其他", supplementOverdue="1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", internalAffairs="5.属于三类内部事务信息", processInformation="6.属于四类过程性信息")
GROUPS = dict(disclosed="予以公开", partiallyDisclosed="部分公开", stateSecret="不予公开", notHeld="无法提供", mustBeCreated="无法提供", repeatedRequest="不予处理", petitionOrComplaint="不予处理", otherReasons="其他处理", supplementOverdue="其他处理", internalAffairs="不予公开", processInformation="不予公开")
DETAIL = dict(disclosed=None, partiallyDisclosed=None, stateSecret="属于国家秘密", notHeld="本机关不掌握相关政府信息", mustBeCreated="没有现成信息需要另行制作", repeatedRequest="重复申请", petitionOrComplaint="信访举报投诉类申请", otherReasons="其他", supplementOverdue="申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", internalAffairs="属于三类内部事务信息", processInformation="属于四类过程性信息")
NUMBERS = dict(disclosed="（一）", partiallyDisclosed="（二）", stateSecret="（三）1", notHeld="（四）1", mustBeCreated="（四）2", repeatedRequest="（五）2", petitionOrComplaint="（五）1", otherReasons="（六）3", supplementOverdue="（六）1", internalAffairs="（三）5", processInformation="（三）6")
WHO = dict(naturalPerson="公民", business="法人或其他组织（商业企业）", researchInstitution="法人或其他组织（科研机构）", publicBenefitOrganization="法人或其他组织（社会公益组织）", legalServiceOrganization="法人或其他组织（法律服务机构）", otherOrganization="法人或其他组织（其他）")
SIX = dict(naturalPerson="自然人", business="商业企业", researchInstitution="科研机构", publicBenefitOrganization="社会公益组织", legalServiceOrganization="法律服务机构", otherOrganization="法人或其他组织-其他")
RESULT = dict(upheld="维持", corrected="撤销", otherResult="终止", pending="审理中")
CHANNEL = dict(post="邮寄", online="网上", inPerson="现场", email="电子邮件", fax="传真")

iso = lambda d: d.isoformat() if d else None
chinese = lambda d: "%d年%d月%d日" % (d.year, d.month, d.day) if d else None
dots = lambda d: "%d.%d.%d" % (d.year, d.month, d.day) if d else None
slashes = lambda d: "%d/%d/%d" % (d.year, d.month, d.day) if d else None
eight = lambda d: d.strftime("%Y%m%d") if d else None
short = lambda d: ("%d月%d日" % (d.month, d.day) if d.year == YEAR else chinese(d)) if d else None
FIGURES = "〇一二三四五六七八九"
def numeral(n):
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else ("十" if tens == 1 else FIGURES[tens] + "十")) + ("" if ones == 0 and tens else FIGURES[ones])
written = lambda d: "".join(FIGURES[int(c)] for c in str(d.year)) + "年" + numeral(d.month) + "月" + numeral(d.day) + "日" if d else None
full = lambda text: "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text) if text else None
real = lambda d: d
serial = lambda d: (d - D(1899, 12, 30)).days if d else None
serial1904 = lambda d: (d - D(1904, 1, 1)).days if d else None


def words(table):
    return lambda one: table[one["outcome"]] if one["outcome"] else None


def columns(day=real, how=OLD, who=WHO, names=("申请编号", "申请人类型", "收到日期", "答复日期", "答复类型")):
    number, kind, came, went, result = names
    return [
        (number, lambda o: o["number"]), (kind, lambda o: who[o["applicant"]]), (came, lambda o: day(o["received"])),
        (went, lambda o: day(o["answered"])), (result, words(how)),
    ]


def rows(cols, cases=None):
    return [[head for head, _ in cols]] + [[value(one) for _, value in cols] for one in (CASES if cases is None else cases)]


REMEDY = ("行政复议结果", lambda o: RESULT[o["recon"]] if o["recon"] else None)
PERSONAL = [("申请人姓名", lambda o: "欧阳某某"), ("联系电话", lambda o: "13900007777"), ("身份证号码", lambda o: "11010119900307888X"), ("通讯地址", lambda o: "某市某路99号"), ("申请内容", lambda o: "关于某某地块的批复全文")]

expected = []


def told(name, lines, cases=None, words=None, codes=(), cells=None, year=YEAR):
    remedies = any("复议" in str(value) for line in lines[:3] for value in line)
    counted = count(CASES if cases is None else cases, year, remedies)
    expected.append(dict(file=name, cells=counted if cells is None else cells, words=words, codes=list(codes), year=year))


def xlsx(name, sheets, fmt="yyyy-mm-dd", merges=(), epoch1904=False, **say):
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book = Workbook()
    if epoch1904:
        book.epoch = CALENDAR_MAC_1904
    book.remove(book.active)
    for title, lines in sheets:
        sheet = book.create_sheet(title)
        for r, line in enumerate(lines, 1):
            for c, value in enumerate(line, 1):
                if value is None:
                    continue
                cell = sheet.cell(r, c, value)
                if isinstance(value, D):
                    cell.number_format = fmt
        for area in merges:
            sheet.merge_cells(area)
        yield sheet
    book.save("%s/%s" % (folder, name))
    told(name, [line for _, lines in sheets for line in lines], **say)


def save(*given, **say):
    for _ in xlsx(*given, **say):
        pass


def text(name, lines, encoding="gb18030", delimiter=",", **say):
    with open("%s/%s" % (folder, name), "w", encoding=encoding, newline="") as f:
        csv.writer(f, delimiter=delimiter).writerows([["" if v is None else v for v in line] for line in lines])
    told(name, lines, **say)


def old(name, lines, fmt="YYYY-MM-DD", **say):
    import xlwt
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("台账")
    style = xlwt.easyxf(num_format_str=fmt)
    for r, line in enumerate(lines):
        for c, value in enumerate(line):
            if isinstance(value, D):
                sheet.write(r, c, value, style)
            elif value is not None:
                sheet.write(r, c, value)
    book.save("%s/%s" % (folder, name))
    told(name, lines, **say)


def ods(name, lines, **say):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableRow, TableCell
    from odf.text import P
    doc = OpenDocumentSpreadsheet()
    table = Table(name="台账")
    for line in lines:
        row = TableRow()
        for v in line:
            if isinstance(v, D):
                cell = TableCell(valuetype="date", datevalue=v.isoformat())
                cell.addElement(P(text=chinese(v)))
            elif v is None:
                cell = TableCell()
            elif isinstance(v, int):
                cell = TableCell(valuetype="float", value=v)
                cell.addElement(P(text=str(v)))
            else:
                cell = TableCell(valuetype="string")
                cell.addElement(P(text=v))
            row.addElement(cell)
        table.addElement(row)
    doc.spreadsheet.addElement(table)
    doc.save("%s/%s" % (folder, name))
    told(name, lines, **say)


def docx(name, tables, title="2024年依申请公开台账", **say):
    from docx import Document
    word = Document()
    word.add_paragraph(title)
    for lines in tables:
        table = word.add_table(rows=0, cols=len(lines[0]))
        for line in lines:
            cells = table.add_row().cells
            for c, v in enumerate(line):
                cells[c].text = "" if v is None else str(v)
    word.save("%s/%s" % (folder, name))
    told(name, tables[0], **say)


by = lambda test: [one for one in CASES if test(one)]
month = lambda m: by(lambda o: o["received"].year == YEAR and o["received"].month == m)
before = by(lambda o: o["received"].year < YEAR)

# Days, as people write them
for n, (name, day) in enumerate([("文字横线", iso), ("年月日", chinese), ("点", dots), ("斜线", slashes), ("八位", eight), ("汉字", written), ("全角", lambda d: full(chinese(d))), ("整数八位", lambda d: int(eight(d)) if d else None), ("序数", serial), ("空格", lambda d: "%d 年 %d 月 %d 日" % (d.year, d.month, d.day) if d else None), ("带时间", lambda d: iso(d) + " 09:30:00" if d else None), ("带上午", lambda d: chinese(d) + "上午" if d else None)], 1):
    save("%02d-%s.xlsx" % (n, name), [("台账", rows(columns(day)))])
save("13-短日期.xlsx", [("2024年", rows(columns(short)))])
save("14-1904.xlsx", [("台账", rows(columns()))], epoch1904=True)
save("15-1904序数.xlsx", [("台账", rows(columns(serial1904)))], epoch1904=True)
save("16-点格式.xlsx", [("台账", rows(columns()))], fmt="yyyy.m.d")
save("17-中文格式.xlsx", [("台账", rows(columns()))], fmt='[$-804]yyyy"年"m"月"d"日";@')
save("18-日期时间.xlsx", [("台账", rows(columns(lambda d: datetime.datetime(d.year, d.month, d.day, 16, 45) if d else None)))])
# Columns
save("19-倒序.xlsx", [("台账", rows(list(reversed(columns()))))])
save("20-个人信息.xlsx", [("台账", rows(PERSONAL + columns() + [REMEDY]))])
save("21-本地名称.xlsx", [("登记簿", rows(columns(names=("收件编号", "申请主体类别", "签收时间", "办结时间", "办理结论"))))])
save("22-六类.xlsx", [("台账", rows(columns(who=SIX, how=PRINTED) + [("申请渠道", lambda o: CHANNEL[o["channel"]]), REMEDY]))])
save("23-编号.xlsx", [("台账", rows(columns(how=NUMBERS)))])
# Heads over two rows, merged
two = [["编号", "申请", None, None, "答复", None, None, "行政复议"], [None, "姓名", "类型", "收到日期", "答复日期", "类别", "具体情形", "结果"]]
lines = [[o["number"], "欧阳某某", SIX[o["applicant"]], o["received"], o["answered"], GROUPS[o["outcome"]] if o["outcome"] else None, DETAIL[o["outcome"]] if o["outcome"] else None, RESULT[o["recon"]] if o["recon"] else None] for o in CASES]
save("24-两行表头.xlsx", [("台账", [["某局2024年依申请公开登记台账"]] + two + lines)], merges=("A1:H1", "B2:D2", "E2:G2", "A2:A3"))
# Sheets
save("25-一月一张.xlsx", [("上年结转", rows(columns(), before))] + [("%d月" % m, rows(columns(), month(m)) + [["合计", len(month(m))]]) for m in range(1, 13)])
save("26-一季一张.xlsx", [("结转", rows(columns(), before))] + [("%s季度" % "一二三四"[q], rows(columns(), by(lambda o: o["received"].year == YEAR and (o["received"].month - 1) // 3 == q))) for q in range(4)])
head = rows(columns(), [])[0]
between = [["某局2024年依申请公开台账"], [], head] + [line for m in range(1, 13) for line in [["%d月" % m]] + rows(columns(), month(m))[1:] + [["小计", "%d件" % len(month(m))], []]] + [["上年结转"]] + rows(columns(), before)[1:] + [["合计", "%d件" % len(CASES)], ["填表人：某某", None, "审核人：某某"]]
save("27-小计空行.xlsx", [("台账", between)])
save("28-表头重复.xlsx", [("台账", [line for i in range(0, len(CASES), 10) for line in rows(columns(), CASES[i:i + 10])])])
save("29-封面与说明.xlsx", [("封面", [["依申请公开台账"], ["2024年"]]), ("说明", [["填写说明"], ["一、答复类型按统一格式填写"]]), ("台账", rows(columns())), ("统计", [["月份", "件数"], ["1月", 3]])])
# Other programs
old("30-旧表.xls", rows(columns()))
old("31-旧表中文.xls", rows(columns(who=SIX, how=PRINTED)), fmt='yyyy"年"m"月"d"日"')
old("32-旧表文字.xls", rows(columns(chinese)))
ods("33-开放.ods", rows(columns() + [REMEDY]))
ods("34-开放文字.ods", rows(columns(dots)))
docx("35-文档.docx", [rows(columns(chinese, who=SIX))])
docx("36-文档分页.docx", [rows(columns(iso), CASES[:15]), rows(columns(iso), CASES[15:])[1:]])
text("37-国标.csv", rows(columns(slashes) + PERSONAL))
text("38-制表.csv", rows(columns(chinese)), encoding="utf-16", delimiter="\t")
text("39-分号.csv", rows(columns(iso, who=SIX)), encoding="utf-8-sig", delimiter=";")
# What cases go through
more = [case("2024-201", D(2024, 3, 1), D(2024, 4, 20), "disclosed", asked=D(2024, 3, 5), back=D(2024, 4, 1)), case("2024-202", D(2024, 3, 4), D(2024, 5, 8), "partiallyDisclosed", "business", third=D(2024, 3, 8), thirdBack=D(2024, 3, 28)), case("2024-203", D(2024, 5, 6), D(2024, 6, 28), "disclosed", extended=D(2024, 5, 20)), case("2024-204", D(2024, 6, 3), D(2024, 6, 20), "otherReasons"), case("2024-205", D(2024, 7, 1), D(2024, 8, 20), "supplementOverdue", asked=D(2024, 7, 3))]
course = columns() + [("是否补正", lambda o: "是" if o["asked"] else "否"), ("补正告知日期", lambda o: o["asked"]), ("收到补正日期", lambda o: o["back"]), ("是否征求第三方", lambda o: "是" if o["third"] else "否"), ("征求第三方日期", lambda o: o["third"]), ("第三方回复日期", lambda o: o["thirdBack"]), ("是否延期", lambda o: "是" if o["extended"] else "否"), ("延期日期", lambda o: o["extended"]), ("收费金额（元）", lambda o: o["fee"] or 0)]
save("40-过程.xlsx", [("台账", rows(course, CASES + more))], cases=CASES + more)
group = [["申请情况", None, None, "补正", None, "第三方", None, "答复情况", None], ["申请编号", "申请人类型", "收到日期", "告知日期", "收到日期", "征求日期", "收到日期", "答复日期", "答复类型"]]
save("41-子表头重复.xlsx", [("台账", group + [[o["number"], WHO[o["applicant"]], o["received"], o["asked"], o["back"], o["third"], o["thirdBack"], o["answered"], OLD[o["outcome"]] if o["outcome"] else None] for o in CASES + more])], merges=("A1:C1", "D1:E1", "F1:G1", "H1:I1"), cases=CASES + more)
suits = [case("2024-301", D(2024, 2, 1), D(2024, 2, 20), "disclosed", recon="upheld", route="litigationAfterReconsideration", suit="pending"), case("2024-302", D(2024, 2, 2), D(2024, 2, 21), "notHeld", route="directLitigation", suit="upheld"), case("2024-303", D(2024, 2, 5), D(2024, 2, 23), "stateSecret", recon="pending")]
save("42-复议诉讼.xlsx", [("台账", rows(columns() + [("复议结果", REMEDY[1]), ("诉讼途径", lambda o: {"directLitigation": "未经复议直接起诉", "litigationAfterReconsideration": "复议后起诉"}.get(o["route"])), ("诉讼结果", lambda o: RESULT[o["suit"]] if o["suit"] else None)], CASES + suits))], cases=CASES + suits)
others = [case("2023-001", D(2023, 2, 1), D(2023, 2, 20), "disclosed"), case("2025-001", D(2025, 1, 6), None, None), case("2025-002", D(2025, 1, 7), D(2025, 1, 20), "disclosed")]
save("43-别的年份.xlsx", [("台账", rows(columns(), others + CASES))], cases=CASES + others)
save("44-办理中.xlsx", [("台账", rows(columns()[:4] + [("办理结果", lambda o: OLD[o["outcome"]] if o["outcome"] else rng.choice(["办理中", "待答复", "延期中", "征求意见中"]))]))])
save("45-横线.xlsx", [("台账", [[("—" if v is None else v) for v in line] for line in rows(columns())])])
save("46-换行空格.xlsx", [("台账", [[v.replace("公开", "公\n开").replace("申请", "申 请") if isinstance(v, str) and not v[:1].isdigit() else v for v in line] for line in rows(columns())])])
save("47-两个答复日.xlsx", [("台账", rows(columns(names=("申请编号", "申请人类型", "收到日期", "答复书落款日期", "答复类型"))[:3] + [("答复日期", lambda o: o["answered"] and D(2024, 1, 1)), ("送达日期", lambda o: o["answered"]), ("答复类型", words(OLD))]))])
# What has to be told, not counted silently
twice = CASES + [dict(CASES[3])]
save("48-重号.xlsx", [("台账", rows(columns(), twice))], codes=["CASE_TWICE"])
asked = CASES[:5] + [case("2024-401", D(2024, 3, 1), D(2024, 3, 5), "notHeld")]
save("49-信息不存在.xlsx", [("台账", rows(columns(how=dict(OLD, notHeld="信息不存在")), asked))], cases=asked, words={"outcome": {"信息不存在": "notHeld"}})
media = CASES[:5] + [case("2024-402", D(2024, 3, 1), D(2024, 3, 5), "disclosed", "otherOrganization")]
save("50-媒体.xlsx", [("台账", rows(columns(who=dict(WHO, otherOrganization="媒体")), media))], cases=media, words={"applicant": {"媒体": "otherOrganization"}})
days = [[o["number"], WHO[o["applicant"]], o["received"], o["answered"], OLD[o["outcome"]] if o["outcome"] else None] for o in CASES]
dated = [["申请编号", "申请人类型", "收到日期", "答复日期", "答复类型"]] + [[D(2023, i + 1, 1) if i < 12 else line[0]] + line[1:] for i, line in enumerate(days)]
save("51-编号成日期.xlsx", [("台账", dated)], fmt="yyyy-mm", codes=["CASE_NUMBER_IS_A_DATE"])
# Lines merged down: one applicant asked for several things
down = [["申请编号", "申请人姓名", "申请人类型", "收到日期", "答复日期", "答复类型"]] + [["2024-5%02d" % i, "欧阳某某" if i % 3 == 0 else None, "公民" if i % 3 == 0 else None, D(2024, 4, 1) if i % 3 == 0 else None, D(2024, 4, 15), "同意公开"] for i in range(9)]
save("52-竖着合并.xlsx", [("台账", down)], merges=["%s%d:%s%d" % (c, r, c, r + 2) for r in (2, 5, 8) for c in "BCD"], cases=[case("2024-5%02d" % i, D(2024, 4, 1), D(2024, 4, 15), "disclosed") for i in range(9)])
OUT = [("53-隐藏行.xlsx", "row"), ("54-筛选.xlsx", "filter")]
for name, how in OUT:
    for sheet in xlsx(name, [("台账", rows(columns()))], codes=["HIDDEN_CONTENT"]):
        for r in (5, 6, 9):
            sheet.row_dimensions[r].hidden = True
        if how == "filter":
            sheet.auto_filter.ref = "A1:E%d" % (len(CASES) + 1)
# Form 2019, for its years
def in2019(d):
    return d and d.replace(year=d.year - 4) if d and not (d.month == 2 and d.day == 29) else d and D(d.year - 4, 2, 28)
early = [dict(o, received=in2019(o["received"]), answered=in2019(o["answered"]), outcome={"otherReasons": "otherHandling", "supplementOverdue": "otherHandling"}.get(o["outcome"], o["outcome"])) for o in CASES]
save("55-旧格式.xlsx", [("台账", rows(columns(how=dict(OLD, otherHandling="（六）其他处理")), early))], cases=early, year=2020)
save("56-合并成一列.xlsx", [("台账", rows(columns()[:4] + [("答复类型", lambda o: (GROUPS[o["outcome"]] + ("：" + DETAIL[o["outcome"]] if DETAIL[o["outcome"]] else "")) if o["outcome"] else None)]))])
save("57-无年短日期.xlsx", [("台账", rows(columns(lambda d: "%d月%d日" % (d.month, d.day) if d else None), CASES[3:8]))], cells={}, codes=["DAY_UNCLEAR"])
save("58-两位年.xlsx", [("台账", rows(columns(lambda d: "%02d.%d.%d" % (d.year % 100, d.month, d.day) if d else None), CASES[3:8]))], cells={}, codes=["DAY_UNCLEAR"])
save("59-没有的日子.xlsx", [("台账", rows(columns(iso), CASES[3:8]) + [["2024-999", "公民", "2024.2.30", "2024.3.5", "同意公开"]])], cells=None, cases=CASES[3:8], codes=["DAY_IMPOSSIBLE"])

json.dump(expected, open(folder + "/expected.json", "w", encoding="utf-8"), ensure_ascii=False)
