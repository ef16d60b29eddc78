package calltally.reporting.handover.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a CRM is searched for. */
final class NumberSpellingsTest {

  @Test
  void a_number_is_searched_as_people_write_it_in_its_country() {
    assertThat(NumberSpellings.of("+375291112233"))
        .containsExactly("+375291112233", "375291112233", "80291112233", "291112233");
    assertThat(NumberSpellings.of("+79161234567"))
        .containsExactly("+79161234567", "79161234567", "89161234567", "9161234567");
    assertThat(NumberSpellings.of("101")).containsExactly("101");
  }
}
