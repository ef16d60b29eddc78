package calltally.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CustomerNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "+375291112233, +375 29 111-22-33, +375 29 •••-••-33",
    "+79161234567, +7 916 123-45-67, +7 916 •••-••-67",
    "+4930123456, +49 30 123456, +49 3• ••••56",
    "102, 102, •02",
  })
  void a_hidden_number_keeps_its_last_two_digits_and_loses_five_before_them(
      String number, String shown, String masked) {
    assertThat(CustomerNumbers.SHOWN.text(number)).isEqualTo(shown);
    assertThat(CustomerNumbers.MASKED.text(number)).isEqualTo(masked);
    assertThat(CustomerNumbers.MASKED.dialled(number)).isEmpty();
  }
}
