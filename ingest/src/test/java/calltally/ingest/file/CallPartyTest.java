package calltally.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallPartyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+375 (29) 111-22-33 | +375 (29) 111-22-33",
        "8 (017) 000-00-00 | 8 (017) 000-00-00",
        "(017) 000-00-00 | (017) 000-00-00",
        "375291112233 (Ivan) | 375291112233",
        "Anna (101) | 101",
        "Anna <101> | 101",
        "101 (102) | 101",
        "PJSIP/101-0000001 | 101",
        "Ext.101 | 101",
        "Ivan | Ivan",
      })
  void a_number_is_found_among_names_channels_and_brackets(String cell, String number) {
    assertThat(CallParty.of(cell)).isEqualTo(number);
  }
}
