package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.ingest.journal.Source;
import calltally.sql.settings.TokenDigest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TokenTableTest {

  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");
  private static final int SOURCES = 5000;

  @Test
  void each_of_many_tokens_is_its_sources_and_no_other_is_anybodys() {
    TokenTable table =
        new TokenTable(
            IntStream.range(0, SOURCES)
                .boxed()
                .flatMap(number -> Stream.of(grant(number, "old-"), grant(number, "new-")))
                .toList());

    assertThat(IntStream.range(0, SOURCES))
        .allSatisfy(
            number -> {
              assertThat(sourceOf(table, "old-" + number)).isEqualTo("source " + number);
              assertThat(sourceOf(table, "new-" + number)).isEqualTo("source " + number);
            });
    assertThat(table.find(TokenDigest.of(""))).isEmpty();
    assertThat(table.find(TokenDigest.of("old-" + SOURCES))).isEmpty();
    assertThat(table.find(new TokenDigest(TokenDigest.of("old-1").hex()))).isPresent();
    assertThat(table.find(TokenDigest.of(TokenDigest.of("old-1").hex()))).isEmpty();
    assertThat(table.sources()).hasSize(SOURCES);
  }

  private static String sourceOf(TokenTable table, String token) {
    return table.find(TokenDigest.of(token)).orElseThrow().access().source().name();
  }

  private static TokenGrant grant(int number, String prefix) {
    SourceAccess access =
        new SourceAccess(
            new Source("source " + number, READER), new Secrets(List.of(), Map.of()), List.of());
    return new TokenGrant(TokenDigest.of(prefix + number), access);
  }
}
