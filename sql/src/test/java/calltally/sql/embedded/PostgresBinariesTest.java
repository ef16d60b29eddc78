package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PostgresBinariesTest {

  @Test
  void this_machine_has_binaries_of_a_known_version() {
    PostgresBinaries binaries = PostgresBinaries.ofThisMachine();

    assertThat(binaries.version()).matches("18\\.\\d+\\.\\d+");
    assertThat(binaries.majorVersion()).isEqualTo("18");
  }

  @Test
  void a_machine_without_binaries_is_pointed_to_database_url() {
    assertThatThrownBy(() -> PostgresBinaries.of("sunos", "sparcv9", ""))
        .isInstanceOf(ClusterUnavailable.class)
        .hasMessageContaining("postgres-sunos-sparcv9.txz")
        .hasMessageContaining("database.url");
  }
}
