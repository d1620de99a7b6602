import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../../src/filing/ledger/calendarOf.js';
import { carryFaults } from '../../src/filing/ledger/carriedCases.js';
import { countLedgers } from '../../src/filing/ledger/countLedgers.js';
import { lateCases } from '../../src/filing/ledger/lateCases.js';
import { pageOfCases } from '../../src/filing/ledger/pageOfCases.js';
import { ledgerVersions, loadLedger } from '../../src/filing/ledger/loadLedger.js';
import { rememberedWords } from '../../src/filing/ledger/ledgerWords.js';
import { dayInChina } from '../../src/season/chinaDay.js';
import { reading, type Context, type RootContext } from '../edge/Context.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { CellKey, JSONObject } from '../edge/scalars.js';
import { Form } from '../forms/types.js';
import { formView } from '../forms/formView.js';
import {
  CarryFault,
  LateCase,
  Ledger,
  type LedgerCase,
  LedgerCaseConnection,
  LedgerVersion,
  type LedgerSource,
} from './types.js';

const ledgers = 'Query.ledger';

/** 台账: the requests of an office, case by case. */
@Resolver(() => Ledger)
export class LedgerResolver {
  @Extensions({ cost: 20 })
  @Query(() => Ledger, { nullable: true, description: '一个机关一个年度的依申请公开台账；没有时为 null' })
  ledger(
    @Ctx() { manager, actor }: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('year', () => Int, { description: '年度' }) year: number,
  ): Promise<LedgerSource | null> {
    return loadLedger(manager, actor, agency, year);
  }

  @FieldResolver(() => Form, { description: '按哪一份统一格式读的' })
  form(@Root() { form }: LedgerSource): Form {
    return formView(form);
  }

  @FieldResolver(() => JSONObject, { description: '表三、表四由各件数出的数：格的名称 → Decimal' })
  async cells(@Root() ledger: LedgerSource, @Ctx() context: Context): Promise<Record<string, string>> {
    const { manager } = reading(context, ledgers);
    const counted = await countLedgers(manager, ledger.form, ledger.year, [ledger.id]);
    return Object.fromEntries([...counted].map(([key, count]) => [key, String(count)]));
  }

  @Extensions({ size: 20 })
  @FieldResolver(() => LedgerCaseConnection, { description: '各件，按编号排列；可以只看一格数进去的各件' })
  async cases(
    @Root() ledger: LedgerSource,
    @Ctx() context: Context,
    @Arg('cell', () => CellKey, { nullable: true, description: '只看这一格数进去的各件' })
    cell: CellKey | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<LedgerCase>> {
    const page = pageRequest(asked, 50);
    const found = await pageOfCases(reading(context, ledgers).manager, ledger, cell ?? null, page);
    return toConnection(found, (one) => one);
  }

  @FieldResolver(() => [LateCase], { description: '超过期限答复、或到期没有答复的各件' })
  async late(@Root() ledger: LedgerSource, @Ctx() context: Context): Promise<readonly LateCase[]> {
    const { manager } = reading(context, ledgers);
    const calendar = await calendarOf(manager, ledger.agency);
    return lateCases(manager, ledger, calendar, dayInChina(new Date()));
  }

  @FieldResolver(() => [CarryFault], {
    nullable: true,
    description: '与上年台账逐件核对接不上的；上年没有台账时为 null',
  })
  async carryFaults(
    @Root() ledger: LedgerSource,
    @Ctx() context: Context,
  ): Promise<readonly CarryFault[] | null> {
    return carryFaults(reading(context, ledgers).manager, ledger);
  }

  @FieldResolver(() => [LedgerVersion], { description: '各版本，最近的在前' })
  versions(@Root() { id }: LedgerSource, @Ctx() context: Context): Promise<LedgerVersion[]> {
    return ledgerVersions(reading(context, ledgers).manager, id);
  }

  @FieldResolver(() => JSONObject, { description: '这个机关确认过的列和用词' })
  async words(@Root() { agency, form }: LedgerSource, @Ctx() context: Context): Promise<object> {
    return rememberedWords(reading(context, ledgers).manager, agency.id, form);
  }
}
