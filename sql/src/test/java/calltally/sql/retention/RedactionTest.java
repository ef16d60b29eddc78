package calltally.sql.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the database finds customers' numbers in text, and what it writes in their place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedactionTest {

  private static final String NUMBER = "+375290001111";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @AfterAll
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+375290001111            | #",
        "tel:+375290001111;x      | tel:#;x",
        "8 (029) 000-11-11        | #",
        "029/000.11.11            | #",
        "to=375%2029%20000%2011%2011 | to=#",
        "+375\u00a029\u202f000\u201111\u201011 | #",
        "a/290001111.mp3, 290001111 | a/#.mp3,#",
        "+375290001112            | +375290001112",
        "+3752900011110           | +3752900011110",
        "29000 and 1111           | 29000 and 1111",
      })
  void a_number_in_any_notation_is_replaced_and_another_is_not(String content, String expected) {
    assertThat(redacted(content, NUMBER)).isEqualTo(expected);
    assertThat(contains(content, NUMBER)).isEqualTo(expected.contains("#"));
    assertThat(new NumberMatcher(NUMBER, "~0123456789abcdef").isIn(content))
        .as("the files of the archive are searched by the same rule")
        .isEqualTo(expected.contains("#"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "123456            | from 123456.   | from #.",
        "123456            | from 1234567   | from 1234567",
        "123456            | 1763123456.17  | 1763123456.17",
        "101               | 101 calls      | 101 calls",
        "alice             | sip:alice@pbx  | sip:#@pbx",
        "alice             | malice         | malice",
        "a.b               | a.b or aXb     | # or aXb",
        "~0123456789abcdef | ~0123456789abcdef | #",
        "~0123456789abcdef | 123456789      | 123456789",
      })
  void a_short_number_is_replaced_only_as_a_whole_word(
      String number, String content, String expected) {
    assertThat(redacted(content, number)).isEqualTo(expected);
    assertThat(contains(content, number)).isEqualTo(expected.contains("#"));
  }

  @Test
  void fields_are_searched_at_any_depth_and_other_values_keep_their_types() {
    String fields =
        """
        {"caller": "+375 29 000-11-11", "tags": ["vip", {"+375290001111": 375290001111}],
         "duration": 12.50, "answered": true, "note": null, "empty": {}}
        """;

    assertThat(
            sql.fetchValue(
                "select journal.redact_number(cast(? as jsonb), ?, '#')" + " = cast(? as jsonb)",
                fields,
                NUMBER,
                """
                {"caller": "#", "tags": ["vip", {"#": "#"}],
                 "duration": 12.50, "answered": true, "note": null, "empty": {}}
                """))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{\"caller\": \"8 029 1\", \"to\": \"x\"} | 0291111 | {\"caller\": \"#\", \"to\": \"x\"}",
        "{\"from\": \"0291111\"}                  | 0291111 | {\"from\": \"#\"}",
        "{\"caller\": \"a\", \"to\": \"0291111\"} | 0291111 | {\"caller\": \"#\", \"to\": \"#\"}",
        "{\"caller\": \"0291111\"}                | -       | {\"caller\": \"0291111\"}",
      })
  void a_partys_field_is_replaced_however_it_was_written(
      String fields, @Nullable String number, String expected) {
    assertThat(
            sql.fetchValue(
                "select journal.redact_party(cast(? as jsonb), 'caller', ?, '#') = cast(? as jsonb)",
                fields,
                number,
                expected))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "+375290001111, 290001111",
        "8 (029) 000-11-11, 290001111",
        "1234567, 1234567",
        "12-34-56, -",
        "withheld, -",
        "~1234567890123456, -",
        "-, -"
      })
  void the_last_nine_digits_are_taken_of_at_least_seven(
      @Nullable String number, @Nullable String expected) {
    assertThat(sql.fetchValue("select journal.last_nine_digits(?)", number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "+375290001111, true",
        "123456, true",
        "alice, true",
        "12345, false",
        "1, false",
        "+375290000011, false",
        "~0123456789abcdef, false",
        "~0123456789ABCDEF, true",
        "~0123456789abcde, true",
        "-, false"
      })
  void only_plain_outside_numbers_need_a_pseudonym(@Nullable String number, boolean expected) {
    assertThat(
            sql.fetchValue(
                "select journal.needs_pseudonym(?, array['+375290000011', '101'])", number))
        .isEqualTo(expected);
  }

  @Test
  void a_pseudonym_is_an_hmac_of_the_number_cut_to_64_bits() throws GeneralSecurityException {
    byte[] inner =
        sql.fetchSingle("select inner_pad from journal.pseudonym_key").get(0, byte[].class);
    byte[] outer =
        sql.fetchSingle("select outer_pad from journal.pseudonym_key").get(0, byte[].class);
    byte[] key = new byte[64];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (inner[i] ^ 0x36);
      assertThat(outer[i]).isEqualTo((byte) (key[i] ^ 0x5c));
    }
    assertThat(Arrays.copyOfRange(key, 32, 64)).containsOnly(0);
    Mac hmac = Mac.getInstance("HmacSHA256");
    hmac.init(new SecretKeySpec(Arrays.copyOf(key, 32), "HmacSHA256"));
    byte[] hash = Arrays.copyOf(hmac.doFinal(NUMBER.getBytes(UTF_8)), 8);

    String pseudonym = "~" + HexFormat.of().formatHex(hash);
    assertThat(text("select journal.pseudonym(?)", NUMBER)).isEqualTo(pseudonym);
    assertThat(text("select journal.pseudonym(?)", pseudonym)).isEqualTo(pseudonym);
    assertThat(sql.fetchValue("select journal.customer_key(?)", NUMBER))
        .isEqualTo(ByteBuffer.wrap(hash).getLong())
        .isEqualTo(sql.fetchValue("select journal.customer_key(?)", pseudonym));
  }

  @ParameterizedTest
  @CsvSource({
    "~0000000000000000, 0",
    "~00000000000000ff, 255",
    "~7fffffffffffffff, 9223372036854775807",
    "~8000000000000000, -9223372036854775808",
    "~ffffffffffffffff, -1"
  })
  void a_pseudonym_spells_out_its_key(String pseudonym, long key) {
    assertThat(sql.fetchValue("select journal.customer_key(?)", pseudonym)).isEqualTo(key);
    assertThat(text("select journal.pseudonym(?)", pseudonym)).isEqualTo(pseudonym);
  }

  @Test
  void a_withheld_number_has_neither_key_nor_pseudonym() {
    assertThat(sql.fetchValue("select journal.customer_key(null)")).isNull();
    assertThat(sql.fetchValue("select journal.pseudonym(null)")).isNull();
  }

  private String redacted(String content, String number) {
    return text("select journal.redact_number(?, ?, '#')", content, number);
  }

  private boolean contains(String content, String number) {
    return Boolean.TRUE.equals(
        sql.fetchValue("select journal.contains_number(?, ?)", content, number));
  }

  private String text(String query, Object... values) {
    return String.valueOf(sql.fetchValue(query, values));
  }
}
