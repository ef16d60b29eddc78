package calltally.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences of {@code stats.broken_sum}, word by word the same in English. */
final class SumRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stats.hourly_line: missed as in the calls | stats.hourly_line: missed — как в звонках
          stats.daily_manager: busy as in the calls and attempts, of Anna | stats.daily_manager: busy — как в звонках и вызовах, менеджер Anna
          attempts = sum of their outcomes, of Boris | вызовы = сумма их исходов, менеджер Boris
          incoming = answered + missed + unfinished | входящие = отвечено + пропущено + не завершено
          missed = sum of its reasons | пропущено = сумма причин
          calls answered over managers = answered incoming calls with a known manager | отвечено у всех менеджеров = отвеченные входящие с известным менеджером
          answered calls with a known manager = those with an answered attempt of that manager | отвеченные звонки с известным менеджером = звонки, где этот же менеджер ответил на вызов
          some rule to come | some rule to come
          """)
  void the_rule_of_a_broken_sum_is_translated(String rule, String russian) {
    assertThat(Texts.ENGLISH.text(SumRule.of(rule))).isEqualTo(rule);
    assertThat(Texts.RUSSIAN.text(SumRule.of(rule))).isEqualTo(russian);
  }
}
