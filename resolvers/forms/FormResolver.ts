import { Arg, Extensions, ID, Query, Resolver } from 'type-graphql';
import { Refusal } from '../../src/filing/refusal.js';
import { formById, forms } from '../../src/forms/index.js';
import { Form, Rule } from './types.js';
import { formView, rulesOf } from './formView.js';

@Resolver(() => Form)
export class FormResolver {
  @Extensions({ size: 2 })
  @Query(() => [Form], { description: '各年度的统一格式，最早的在前' })
  forms(): Form[] {
    return forms.map(formView);
  }

  @Query(() => Form, { nullable: true, description: '一个统一格式；没有时为 null' })
  form(@Arg('id', () => ID, { description: '格式编号，例如 2021' }) id: string): Form | null {
    const form = formById(id);
    return form ? formView(form) : null;
  }

  @Extensions({ size: 15 })
  @Query(() => [Rule], { description: '核对规则' })
  rules(
    @Arg('form', () => ID, { nullable: true, description: '只要适用于这一格式的' }) id: string | null,
  ): Rule[] {
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
