package calltally.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "+375291112233, +375291112233",
    "+375 (29) 111-22-33, +375291112233",
    "' 375291112233', +375291112233",
    "' +375.29.111.22.33 ', +375291112233",
    "+375\u00a029\u00a01112233, +375291112233",
    "375291112233, +375291112233",
    "80291112233, +375291112233",
    "8 029 111-22-33, +375291112233",
    "' 493012345678', +493012345678",
    "+49 30 12345678, +493012345678",
    "00375291112233, +375291112233",
    "375291112233.0, +375291112233",
    "'\"Ivan\" <+375291112233>', +375291112233",
    "'Ivan <sip:+375291112233@pbx.example:5060;user=phone>;tag=1', +375291112233",
    "sip:+375291112233@pbx.example, +375291112233",
    "SIPS:375291112233;phone-context=by, +375291112233",
    "tel:+375-29-111-22-33, +375291112233",
    "375/29-111-22-33#, +375291112233",
    "+375291112233*, +375291112233",
    "79161234567, +79161234567",
  })
  void a_possible_number_becomes_e164(String sent, String number) {
    assertThat(PhoneNumber.normalise(sent, "BY")).contains(number);
  }

  @ParameterizedTest
  @CsvSource({
    "89161234567, RU, +79161234567",
    "0140506070, FR, +33140506070",
    "030 12345678, DE, +493012345678",
  })
  void a_national_number_is_read_in_its_region(String sent, String region, String number) {
    assertThat(PhoneNumber.normalise(sent, region)).contains(number);
  }

  @Test
  void the_same_text_is_a_different_number_in_another_region() {
    for (int time = 0; time < 2; time++) {
      assertThat(PhoneNumber.normalise("89161234567", "RU")).contains("+79161234567");
      assertThat(PhoneNumber.normalise("89161234567", "ZZ")).contains("89161234567");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "101, 101",
    "' 101 ', 101",
    "1, 1",
    "123456, 123456",
    "101.0, 101",
    "1-2-3, 123",
    "' 12345', 12345"
  })
  void up_to_six_digits_are_an_extension(String sent, String extension) {
    assertThat(PhoneNumber.normalise(sent, "BY")).contains(extension);
  }

  @Test
  void one_blank_before_six_digits_is_a_plus_sign_and_two_are_not() {
    assertThat(PhoneNumber.normalise(" 493012345678", "BY")).contains("+493012345678");
    assertThat(PhoneNumber.normalise("  999123456789", "BY")).contains("999123456789");
    assertThat(PhoneNumber.normalise(" 49301", "BY")).contains("49301");
    assertThat(PhoneNumber.normalise(" 999999", "BY")).contains("+999999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "(.)",
        "anonymous",
        " Anonymous ",
        "UNKNOWN",
        "private",
        "Restricted",
        "withheld",
        "hidden",
        "Unavailable",
        "blocked",
        "Private Number",
        "unknown caller",
        "<unknown>",
        "NULL",
        "\\N",
        "None",
        "NaN",
        "undefined",
        "sip:anonymous@anonymous.invalid",
        "\"Anonymous\" <sip:x7@anonymous.invalid;lr>",
        "sip:anonymous@pbx.example",
        "+266696687",
        "266 696 687",
        "3.75E+11",
        "3,75291e+11"
      })
  void a_withheld_number_is_empty(String sent) {
    assertThat(PhoneNumber.normalise(sent, "BY")).isEmpty();
  }

  /** Each once took a second or more: reading them searched again from every character. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "\"", "#", "(", "<", "@", "\u00a0", "0"})
  void long_texts_of_one_character_cost_no_more_than_their_length(String character) {
    for (int length = 7_900; length < 8_000; length++) {
      String text = "+1" + character.repeat(length) + "1";

      assertThat(PhoneNumber.normalise(text, "BY")).isPresent();
    }
  }

  @Test
  void a_pseudonym_stays_even_if_a_keypad_could_spell_it() {
    assertThat(PhoneNumber.normalise("~ecd096691112f2a8", "BY")).contains("~ecd096691112f2a8");
  }

  @ParameterizedTest
  @CsvSource({
    "sip:anna, anna",
    "Anna Sokolova, AnnaSokolova",
    "+12, +12",
    "+999 123 456 789, +999123456789"
  })
  void a_text_that_is_no_number_stays_as_cleaned_text(String sent, String text) {
    assertThat(PhoneNumber.normalise(sent, "BY")).contains(text);
  }

  @Test
  void a_number_without_its_area_code_stays_as_it_is() {
    assertThat(PhoneNumber.normalise("253-0000", "US")).contains("2530000");
  }

  @Test
  void very_long_text_is_cut() {
    assertThat(PhoneNumber.normalise("x".repeat(255), "BY")).contains("x".repeat(255));
    assertThat(PhoneNumber.normalise("x".repeat(256), "BY")).contains("x".repeat(255));
  }
}
