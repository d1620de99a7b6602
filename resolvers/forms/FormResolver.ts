import { Arg, Extensions, ID, Query, Resolver, Ctx } from 'type-graphql';
import { Refusal } from '../../src/filing/refusal.js';
import { formById, forms } from '../../src/forms/index.js';
import { reading, type Context } from '../edge/Context.js';
import { Form, Rule } from './types.js';
import { formView, rulesOf } from './formView.js';

@Resolver(() => Form)
export class FormResolver {
  @Extensions({ size: 2 })
  @Query(() => [Form], { description: '各年度的统一格式，最早的在前' })
  forms(@Ctx() context: Context): Form[] {
    reading(context, 'Query.forms');
    return forms.map(formView);
  }

  @Query(() => Form, { nullable: true, description: '一个统一格式；没有时为 null' })
  form(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: '格式编号，例如 2021' }) id: string,
  ): Form | null {
    reading(context, 'Query.form');
    const form = formById(id);
    return form ? formView(form) : null;
  }

  @Extensions({ size: 15 })
  @Query(() => [Rule], { description: '核对规则' })
  rules(
    @Ctx() context: Context,
    @Arg('form', () => ID, { nullable: true, description: '只要适用于这一格式的' }) id: string | null,
  ): Rule[] {
    reading(context, 'Query.rules');
    const form = id == null ? null : formById(id);
    if (form === undefined)
      throw new Refusal(
        'FORM_UNKNOWN',
        `没有编号为“${id}”的统一格式。现有：${forms.map((known) => known.id).join('、')}。`,
        ['form'],
      );
    return rulesOf(form);
  }
}
