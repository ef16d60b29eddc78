package calltally.reporting.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who gets a task. */
final class ResponsiblesTest {

  private final Responsibles responsibles =
      new Responsibles(Map.of("Anna", 7, "Boris", 8, "Sales", 12), 1);

  @Test
  void the_manager_whose_phone_rang_last_comes_first_then_the_head_then_the_default() {
    assertThat(responsibles.of(List.of("Boris", "Anna", "Vera"), "Sales")).isEqualTo(7);
    assertThat(responsibles.of(List.of("Vera"), "Sales")).isEqualTo(12);
    assertThat(responsibles.of(List.of(), "Support")).isEqualTo(1);
    assertThat(responsibles.of(List.of(), null)).isEqualTo(1);
  }
}
