package calltally.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cmd=event&crm_token=s3cret&type=OUTGOING | cmd=event&crm_token=***&type=OUTGOING",
        "crm_token=s3cret | crm_token=***",
        "CRM_TOKEN=s3cret&a=1 | CRM_TOKEN=***&a=1",
        "a=crm_token&b=2 | a=crm_token&b=2",
        "my_crm_token=1 | my_crm_token=1",
        "{\"crm_token\": \"s3\\\"cret\", \"a\": 1} | {\"crm_token\": \"***\", \"a\": 1}",
        "{\"a\":{\"crm_token\":12345}} | {\"a\":{\"crm_token\":\"***\"}}",
        "{\"crm_token\":\"cut | {\"crm_token\":\"***\"",
        "{\"crm\\u005ftoken\": \"s3cret\"} | {\"crm\\u005ftoken\": \"***\"}",
        "{\"a\": {\"b\": 1, \"\\u0063RM_token\":\"s3cret\"}} | {\"a\": {\"b\": 1, \"\\u0063RM_token\":\"***\"}}",
        "{\"crm_token\": {\"a\": 1, \"b\": \"s3cret\"}} | {\"crm_token\": \"***\"",
        "{\"a\": \"b\\\"crm_token\\\": s3\", \"crm_token\":\"s3cret\"} | {\"a\": \"b\\\"crm_token\\\": s3\", \"crm_token\":\"***\"}",
        "a=1&crm%5Ftoken=s3cret&%63rm_token=s3cret&b=2 | a=1&crm%5Ftoken=***&%63rm_token=***&b=2",
        "url=http://x?crm_token=s3cret | url=http://x?crm_token=***",
      })
  void the_value_of_a_field_is_masked_wherever_it_is_named(String sent, String masked) {
    assertThat(SecretText.masked(sent, "crm_token")).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"crm_token\"",
        "content-disposition: form-data; NAME=crm_token",
        "Content-Disposition: form-data; name=\"crm_token\"; filename=\"a\"",
        "Content-Disposition: form-data; filename=\"a\"; name=\"crm_token\"",
        "Content-Disposition: form-data; name=\"crm_token\"\r\nContent-Type: text/plain",
        "Content-Type: text/plain\r\nContent-Disposition: form-data; name=\"crm_token\"",
      })
  void a_part_of_a_multipart_form_is_masked_too(String headers) {
    String sent = "--x\r\n" + headers + "\r\n\r\ns3cret\r\n--x--\r\n";

    assertThat(SecretText.masked(sent, "crm_token")).contains("\r\n\r\n***\r\n--x--");
  }

  /** A limit that no ordinary text comes near. */
  @Test
  @Timeout(10)
  void a_text_of_quotes_takes_no_longer_than_others() {
    String quotes = "\\\"".repeat(200_000);

    assertThat(SecretText.masked(quotes, "crm_token")).isEqualTo(quotes);
    assertThat(SecretText.masked("{\"crm_token\":\"" + quotes, "crm_token"))
        .isEqualTo("{\"crm_token\":\"***\"");
  }

  /** A limit that no ordinary text comes near. */
  @Test
  @Timeout(10)
  void a_text_of_headers_takes_no_longer_than_others() {
    String headers = "content-disposition:;name=\n".repeat(40_000);
    String names = "content-disposition:" + "name=".repeat(200_000);

    assertThat(SecretText.masked(headers, "crm_token")).isEqualTo(headers);
    assertThat(SecretText.masked(names, "crm_token")).isEqualTo(names);
  }

  @Test
  void texts_are_equal_only_if_they_are_the_same() {
    assertThat(SecretText.equal("ключ", "ключ")).isTrue();
    assertThat(SecretText.equal("ключ", "ключ ")).isFalse();
    assertThat(SecretText.equalHex("ABCD", "abcd")).isTrue();
  }
}
